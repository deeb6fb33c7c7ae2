package vn.bantin.benchmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import vn.bantin.benchmark.measure.Profile;
import vn.bantin.benchmark.measure.Profile.Frame;

/** Collects what was measured and writes it as Markdown. */
public final class Report {

	private final List<Cost> costs = new ArrayList<>();

	private final List<String> sections = new ArrayList<>();

	private final List<String> frames = new ArrayList<>();

	private final List<String> problems = new ArrayList<>();

	/**
	 * Adds a row to the table of costs.
	 * @param cost the row
	 */
	public void add(Cost cost) {
		this.costs.add(cost);
		this.problems.addAll(cost.problems());
	}

	/**
	 * Adds a table of its own.
	 * @param title what stands above it
	 * @param table the table
	 * @param note what stands below it, may be empty
	 */
	public void add(String title, Table table, String note) {
		this.sections.add("## " + title + "\n\n" + table.markdown() + (note.isEmpty() ? "" : "\n" + note + "\n"));
	}

	/**
	 * Adds where the time of a row goes.
	 * @param what the row
	 * @param process the part that was profiled
	 * @param profile its frames
	 */
	public void add(String what, String process, Profile profile) {
		this.frames.add("- %s (%s): %s%s".formatted(what, process,
				profile.top().isEmpty() ? "too few samples" : words(profile.top()),
				profile.own().isEmpty() ? "" : "; under our own " + words(profile.own())));
	}

	private static String words(List<Frame> frames) {
		return frames.stream()
			.map((frame) -> "`%s` %s".formatted(frame.name(), Table.percent(frame.share())))
			.collect(Collectors.joining(", "));
	}

	/**
	 * Adds why a figure cannot be trusted.
	 * @param problem one line
	 */
	public void addProblem(String problem) {
		this.problems.add(problem);
	}

	/**
	 * Why figures cannot be trusted.
	 * @return empty when all can
	 */
	public List<String> problems() {
		return List.copyOf(this.problems);
	}

	/**
	 * The document.
	 * @param environment where it was measured
	 * @param run how it was measured, in one line
	 * @return Markdown
	 */
	public String markdown(Environment environment, String run) {
		StringBuilder text = new StringBuilder("# What Bantin costs\n\n");
		text.append(environment.sentence()).append(' ').append(run).append('\n');
		if (!this.costs.isEmpty()) {
			text.append("\n## CPU time of a request\n\n")
				.append(new Table(Cost.HEAD, this.costs.stream().map(Cost::cells).toList()).markdown());
			this.costs.stream()
				.filter((cost) -> !cost.note().isEmpty())
				.forEach((cost) -> text.append("\n- ").append(cost.what()).append(": ").append(cost.note()));
			text.append(this.costs.stream().allMatch((cost) -> cost.note().isEmpty()) ? "" : "\n");
		}
		this.sections.forEach((section) -> text.append('\n').append(section));
		if (!this.frames.isEmpty()) {
			text.append("\n## Where the time goes\n\n").append(String.join("\n", this.frames)).append('\n');
		}
		if (!this.problems.isEmpty()) {
			text.append("\n## Not to be trusted\n\n- ").append(String.join("\n- ", this.problems)).append('\n');
		}
		return text.toString();
	}

}
