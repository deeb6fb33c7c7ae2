package vn.bantin.drills.scenario;

import java.time.Duration;

/**
 * What a scenario tolerates.
 *
 * @param cachedErrors the largest share of failed requests for pages and articles that
 * had been asked for before, 0 to 1
 * @param newsErrors the largest share of failed requests for articles, lists and pages, 0
 * to 1; promise 5 says 0 when only what a page can do without is broken
 * @param readErrors the largest share of failed reads of any kind, 0 to 1
 * @param writeErrors the largest share of writes that had to be retried, 0 to 1
 * @param recovery the longest time from the fault's end until all is well again
 * @param stale the longest time from acceptance until a change is visible; a change
 * accepted at the beginning of a fault may have to wait for its end
 */
public record Limits(double cachedErrors, double newsErrors, double readErrors, double writeErrors, Duration recovery,
		Duration stale) {

	private static final double ANY = 1;

	/** As the fault matrix has it for a view that is rebuilt (F34). */
	private static final long FOLDED_PER_SECOND = 5000;

	/**
	 * What was asked for before fails no more often than other news.
	 * @param newsErrors the largest share of failed requests for articles, lists and
	 * pages
	 * @param readErrors the largest share of failed reads of any kind
	 * @param writeErrors the largest share of writes that had to be retried
	 * @param recovery the longest time until all is well again
	 * @param stale the longest time until a change is visible
	 */
	public Limits(double newsErrors, double readErrors, double writeErrors, Duration recovery, Duration stale) {
		this(newsErrors, newsErrors, readErrors, writeErrors, recovery, stale);
	}

	/**
	 * The same, but what was asked for before never fails.
	 */
	Limits cachedStay() {
		return new Limits(0, this.newsErrors, this.readErrors, this.writeErrors, this.recovery, this.stale);
	}

	/**
	 * The news are always there; ratings, widgets and writes may fail.
	 * @param recovery the longest time until all is well again
	 * @param stale the longest time until a change is visible
	 */
	static Limits newsStay(Duration recovery, Duration stale) {
		return new Limits(0, ANY, ANY, recovery, stale);
	}

	/**
	 * A small share of requests may fail, those in flight.
	 * @param share of reads and of writes, 0 to 1
	 * @param recovery the longest time until all is well again
	 * @param stale the longest time until a change is visible
	 */
	static Limits atMost(double share, Duration recovery, Duration stale) {
		return new Limits(share, share, share, recovery, stale);
	}

	/**
	 * Requests may fail; what counts is what is there afterwards, and how soon.
	 * @param recovery the longest time until all is well again
	 * @param stale the longest time until a change is visible
	 */
	static Limits onlyRecovery(Duration recovery, Duration stale) {
		return new Limits(ANY, ANY, ANY, recovery, stale);
	}

	/**
	 * The same when events have to be folded first.
	 * @param events how many
	 * @return with longer times, and the same shares
	 */
	public Limits after(long events) {
		Duration fold = Duration.ofMillis(1000 * events / FOLDED_PER_SECOND);
		return new Limits(this.cachedErrors, this.newsErrors, this.readErrors, this.writeErrors,
				this.recovery.plus(fold), this.stale.plus(fold));
	}

	/**
	 * The same on a slower machine, where starting and catching up take longer.
	 * @param pace how many times as long
	 * @return with longer times, and the same shares
	 */
	public Limits on(Pace pace) {
		return new Limits(this.cachedErrors, this.newsErrors, this.readErrors, this.writeErrors,
				pace.forRecovery(this.recovery), pace.forRecovery(this.stale));
	}

}
