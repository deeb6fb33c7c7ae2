package vn.bantin.drills;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import vn.bantin.drills.judge.Finding.Breach;
import vn.bantin.drills.scenario.Scenario;

/** Tells how it went: a few lines for each scenario, a table for all. */
final class Report {

	private static final int MOST_BREACHES = 12;

	private final PrintStream out;

	private final List<Result> results = new ArrayList<>();

	Report(PrintStream out) {
		this.out = out;
	}

	void begin(Scenario scenario) {
		this.out.printf("%n%s  %s%n     %s%n", scenario.id(), scenario.fault(), scenario.seen());
	}

	void skip(String reason) {
		this.out.println("     skipped: " + reason);
	}

	void end(Result result, Duration took) {
		this.results.add(result);
		this.out.printf(Locale.ROOT,
				"     %s after %.0f s: %d writes (%d sent again, %d unclear), %d reads (%d failed, %d of them news), "
						+ "%d records (%d repeats), stale %.1f s, recovery %.1f s%s%n",
				result.isKept() ? "kept" : "BROKEN", Result.seconds(took), result.writes(), result.resent(),
				result.unknown(), result.reads(), result.failedReads(), result.failedNews(), result.verdict().records(),
				result.verdict().repeats(), Result.seconds(result.stalest()), Result.seconds(result.recovery()),
				result.remarks().isEmpty() ? "" : "; " + String.join("; ", result.remarks()));
		List<String> wrong = Stream.concat(result.excesses().stream(), result.breaches().stream()).toList();
		wrong.stream().limit(MOST_BREACHES).forEach((it) -> this.out.println("     - " + it));
		if (wrong.size() > MOST_BREACHES) {
			this.out.printf("     - and %d more%n", wrong.size() - MOST_BREACHES);
		}
	}

	/** The table, in Markdown. */
	void table(long seed) {
		this.out.printf("%nSeed %d%n%n", seed);
		this.out.println(
				"| id | what breaks | LOST | DUP | GHOST | REORDER | STALE, s | ERR | news ERR | recovery, s | promises |");
		this.out.println("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|---|");
		for (Result result : this.results) {
			this.out.printf(Locale.ROOT, "| %s | %s | %d | %d | %d | %d | %.1f | %.2f %% | %d | %.1f | %s |%n",
					result.scenario().id(), result.scenario().fault(), result.count(Breach.LOST),
					result.count(Breach.DUP), result.count(Breach.GHOST), result.count(Breach.REORDER),
					Result.seconds(result.stalest()), 100 * result.readErrors(), result.failedNews(),
					Result.seconds(result.recovery()), result.isKept() ? "kept" : "**broken**");
		}
		this.out.println();
	}

	boolean isKept() {
		return this.results.stream().allMatch(Result::isKept);
	}

}
