package vn.bantin.drills;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import vn.bantin.drills.ledger.Entry;
import vn.bantin.drills.ledger.Outcome;
import vn.bantin.drills.load.Kind;
import vn.bantin.drills.load.Samples;
import vn.bantin.drills.scenario.Limits;

/**
 * The numbers of a drill.
 *
 * @param accepted how many writes were accepted
 * @param refused how many were refused
 * @param unknown how many ended without a clear answer
 * @param resent how often a write was retried
 * @param reads of readers, of any kind
 * @param cached those of them for articles and pages that had been asked for before
 * @param remembered how many of these a gateway's memory answered
 * @param news those of them for articles, lists or pages
 * @param news99 the 99th percentile of their response times, from when they were due
 * @param writes all attempts to write
 * @param stalest how long the slowest change took from acceptance until it was visible
 * @param recovery the time from the fault's end until all was well again; empty when it
 * never was for five seconds
 */
record Figures(int accepted, int refused, int unknown, int resent, Asked reads, Asked cached, int remembered,
		Asked news, Duration news99, Asked writes, Duration stalest, Optional<Duration> recovery) {

	private static final int FEWEST_WRITES = 2000;

	private static final int FEWEST_READS = 20000;

	/**
	 * Adds up.
	 * @param ledger what was written
	 * @param samples every request
	 * @param mended when the fault ended, of {@link System#nanoTime()}
	 * @param stalest how long the slowest change took until it was visible
	 * @return the figures
	 */
	static Figures of(List<Entry> ledger, Samples samples, long mended, Duration stalest) {
		int resent = ledger.stream().mapToInt((entry) -> entry.attempts() - 1).sum();
		return new Figures(count(ledger, Outcome.ACK), count(ledger, Outcome.REFUSED), count(ledger, Outcome.UNKNOWN),
				resent, Asked.of(samples, Kind::isRead), Asked.of(samples, Kind::isCached),
				samples.fromMemory(Kind::isCached), Asked.of(samples, Kind::isNews),
				samples.percentile(Kind::isNews, 0.99), Asked.of(samples, (kind) -> !kind.isRead()), stalest,
				samples.recovery(mended));
	}

	private static int count(List<Entry> ledger, Outcome outcome) {
		return (int) ledger.stream().filter((entry) -> entry.outcome() == outcome).count();
	}

	/**
	 * What exceeds the limits.
	 * @param limits what is tolerated
	 * @param whole whether the load was enough to prove something; a short one may be
	 * over before all is well again
	 * @return sentences
	 */
	List<String> beyond(Limits limits, boolean whole) {
		List<String> beyond = new ArrayList<>();
		share(beyond, "reads of pages and articles that had been asked for before", this.cached, limits.cachedErrors());
		share(beyond, "reads of articles, lists and pages", this.news, limits.newsErrors());
		share(beyond, "reads", this.reads, limits.readErrors());
		share(beyond, "writes", this.writes, limits.writeErrors());
		this.recovery.ifPresent((took) -> longest(beyond, "all was well again", took, limits.recovery()));
		if (whole && this.recovery.isEmpty()) {
			beyond.add("nobody saw all well again for five seconds");
		}
		longest(beyond, "the slowest change was seen", this.stalest, limits.stale());
		if (whole && (this.accepted < FEWEST_WRITES || this.reads.all() < FEWEST_READS)) {
			beyond.add("only %d writes accepted and %d reads: too little happened to prove anything"
				.formatted(this.accepted, this.reads.all()));
		}
		return beyond;
	}

	private static void share(List<String> beyond, String what, Asked asked, double most) {
		if (asked.failed() > most * asked.all()) {
			beyond.add(
					"%d of %d %s failed, at most %.1f %% may".formatted(asked.failed(), asked.all(), what, 100 * most));
		}
	}

	private static void longest(List<String> beyond, String what, Duration took, Duration most) {
		if (took.compareTo(most) > 0) {
			beyond.add("%s after %.1f s, at most %.1f s are in order".formatted(what, seconds(took), seconds(most)));
		}
	}

	static double seconds(Duration duration) {
		return duration.toMillis() / 1000.0;
	}

	/**
	 * Requests of one kind.
	 *
	 * @param all how many there were
	 * @param failed how many of them got no answer, an error or a refusal
	 */
	record Asked(int all, int failed) {

		private static Asked of(Samples samples, Predicate<Kind> which) {
			return new Asked(samples.count(which), samples.failed(which));
		}

		/** The share of those that failed, 0 to 1. */
		double errors() {
			return (this.all > 0) ? (double) this.failed / this.all : 0;
		}

	}

}
