package vn.bantin.benchmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import vn.bantin.benchmark.measure.Median;
import vn.bantin.benchmark.measure.Round;

/**
 * What one kind of request costs in several rounds, beside nginx where it can do the
 * same.
 *
 * @param what the kind of request
 * @param rounds ours; none when it could not be measured
 * @param beside what nginx does
 * @param nginx its rounds; none when it cannot do the same
 * @param note on the figures
 */
public record Cost(String what, List<Round> rounds, String beside, List<Round> nginx, String note) {

	static final List<String> HEAD = List.of("what", "CPU-ms/request", "nginx", "its CPU-ms", "ratio", "req/s",
			"its req/s", "p50, ms", "p99, ms", "PSS, MiB", "foreign", "errors");

	public Cost {
		rounds = List.copyOf(rounds);
		nginx = List.copyOf(nginx);
	}

	/**
	 * A cost without comparison.
	 * @param what the kind of request
	 * @param rounds ours
	 * @return the cost
	 */
	public static Cost alone(String what, List<Round> rounds) {
		return new Cost(what, rounds, "", List.of(), "");
	}

	/**
	 * A cost that could not be measured.
	 * @param what the kind of request
	 * @param why why not
	 * @return the cost
	 */
	public static Cost none(String what, String why) {
		return new Cost(what, List.of(), "", List.of(), why);
	}

	/**
	 * The CPU time of a request.
	 * @return milliseconds, the median of the rounds
	 */
	public double cpuMillis() {
		return Median.of(this.rounds, Round::cpuMillis);
	}

	List<String> cells() {
		List<String> cells = new ArrayList<>();
		cells.add(this.what);
		cells.add(median(this.rounds, Round::cpuMillis));
		cells.add(this.nginx.isEmpty() ? Table.NONE : this.beside);
		cells.add(median(this.nginx, Round::cpuMillis));
		cells.add((this.rounds.isEmpty() || this.nginx.isEmpty()) ? Table.NONE
				: Table.figure(cpuMillis() / Median.of(this.nginx, Round::cpuMillis)));
		cells.add(median(this.rounds, Round::perSecond));
		cells.add(median(this.nginx, Round::perSecond));
		cells.add(median(this.rounds, Round::p50));
		cells.add(median(this.rounds, Round::p99));
		cells.add(median(this.rounds, Round::pss));
		cells.add(this.rounds.isEmpty() ? Table.NONE : Table.percent(foreign()) + (noisy() ? " !" : ""));
		cells.add(this.rounds.isEmpty() ? Table.NONE : errors() + ((errors() > 0) ? " !" : ""));
		return cells;
	}

	static String median(List<Round> rounds, ToDoubleFunction<Round> property) {
		return rounds.isEmpty() ? Table.NONE : Table.figure(Median.of(rounds, property));
	}

	private double foreign() {
		return all().mapToDouble(Round::foreign).max().orElse(0);
	}

	private boolean noisy() {
		return all().anyMatch(Round::noisy);
	}

	private long errors() {
		return all().mapToLong(Round::errors).sum();
	}

	private Stream<Round> all() {
		return Stream.concat(this.rounds.stream(), this.nginx.stream());
	}

	/**
	 * Why the figures cannot be trusted.
	 * @return empty when they can
	 */
	public List<String> problems() {
		List<String> problems = new ArrayList<>();
		if (errors() > 0) {
			problems.add(this.what + ": " + errors() + " errors");
		}
		if (noisy()) {
			problems.add("%s: others took up to %s of the CPU".formatted(this.what, Table.percent(foreign())));
		}
		return problems;
	}

}
