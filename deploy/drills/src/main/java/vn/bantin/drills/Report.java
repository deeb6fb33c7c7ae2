package vn.bantin.drills;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import vn.bantin.drills.judge.Finding.Breach;
import vn.bantin.drills.scenario.Scenario;

/**
 * Prints a few lines for each scenario, then a table of all. Nothing is printed after
 * that, since a drill that is interrupted breaks everything without breaking a promise.
 */
final class Report {

	private static final int MOST_BREACHES = 12;

	private PrintStream out;

	private final List<Result> results = new ArrayList<>();

	private final List<Scenario> brokenOff = new ArrayList<>();

	private final List<Scenario> skipped = new ArrayList<>();

	private boolean kept = true;

	Report(PrintStream out) {
		this.out = out;
	}

	synchronized void begin(Scenario scenario) {
		this.out.printf("%n%s  %s%n     %s%n", scenario.id(), scenario.breaks(), scenario.seen());
	}

	synchronized void skip(Scenario scenario, String reason) {
		this.skipped.add(scenario);
		this.out.printf("%n%s  %s%n     skipped: %s%n", scenario.id(), scenario.breaks(), reason);
	}

	/** Prints that a scenario has no verdict, which breaks the promises as well. */
	synchronized void breakOff(Scenario scenario, RuntimeException reason) {
		this.brokenOff.add(scenario);
		this.out.printf("     BROKEN: it could not be finished or judged: %s%n", reason);
	}

	synchronized void end(Result result, Duration took) {
		this.results.add(result);
		Figures figures = result.figures();
		this.out.printf(Locale.ROOT, "     %s after %.0f s: %d writes (%d sent again, %d unclear, %d refused), "
				+ "%d reads (%d failed, %d of them news, %d of %d cached ones, %d answered from memory; 99 %% of news within %.1f s), %d records (%d repeats), "
				+ "stale %.1f s, recovery %s s%s%n", result.isKept() ? "kept" : "BROKEN", Figures.seconds(took),
				figures.accepted(), figures.resent(), figures.unknown(), figures.refused(), figures.reads().all(),
				figures.reads().failed(), figures.news().failed(), figures.cached().failed(), figures.cached().all(),
				figures.remembered(), Figures.seconds(figures.news99()), result.verdict().records(),
				result.verdict().repeats(), Figures.seconds(figures.stalest()), recovery(figures),
				result.remarks().isEmpty() ? "" : "; " + String.join("; ", result.remarks()));
		list(Stream.concat(result.excesses().stream(), result.broken().stream()).toList());
	}

	/** Prints breaches found after the last verdict on a newspaper. */
	synchronized void late(List<String> wrong) {
		if (!wrong.isEmpty()) {
			this.kept = false;
			this.out.printf("%nBROKEN after the last scenario:%n");
			list(wrong);
		}
	}

	private void list(List<String> wrong) {
		wrong.stream().limit(MOST_BREACHES).forEach((it) -> this.out.println("     - " + it));
		if (wrong.size() > MOST_BREACHES) {
			this.out.printf("     - and %d more%n", wrong.size() - MOST_BREACHES);
		}
	}

	/** Prints the table in Markdown, the first time, unless nothing was run. */
	synchronized void table(long seed) {
		if (!hasResults() && this.skipped.isEmpty()) {
			return;
		}
		this.out.printf("%nSeed %d%n%n", seed);
		this.out.println(
				"| id | what breaks | LOST | DUP | GHOST | REORDER | STALE, s | ERR | news ERR | cached ERR | recovery, s | promises |");
		this.out.println("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|");
		for (Result result : this.results) {
			Figures figures = result.figures();
			this.out.printf(Locale.ROOT, "| %s | %s | %d | %d | %d | %d | %.1f | %.2f %% | %d | %d | %s | %s |%n",
					result.scenario().id(), result.scenario().breaks(), result.count(Breach.LOST),
					result.count(Breach.DUP), result.count(Breach.GHOST), result.count(Breach.REORDER),
					Figures.seconds(figures.stalest()), 100 * figures.reads().errors(), figures.news().failed(),
					figures.cached().failed(), recovery(figures), result.isKept() ? "kept" : "**broken**");
		}
		this.brokenOff.forEach((scenario) -> row(scenario, "**broken** off"));
		this.skipped.forEach((scenario) -> row(scenario, "skipped"));
		this.out.println();
		this.out = new PrintStream(OutputStream.nullOutputStream());
	}

	private void row(Scenario scenario, String how) {
		this.out.printf("| %s | %s | | | | | | | | | | %s |%n", scenario.id(), scenario.breaks(), how);
	}

	private static String recovery(Figures figures) {
		return figures.recovery()
			.map((took) -> String.format(Locale.ROOT, "%.1f", Figures.seconds(took)))
			.orElse("never");
	}

	/** Whether any scenario was run. */
	synchronized boolean hasResults() {
		return !this.results.isEmpty() || !this.brokenOff.isEmpty();
	}

	synchronized boolean isKept() {
		return this.kept && this.brokenOff.isEmpty() && this.results.stream().allMatch(Result::isKept);
	}

}
