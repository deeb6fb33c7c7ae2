package vn.bantin.drills.scenario;

import java.time.Duration;

/**
 * What is in order while something is broken.
 *
 * @param newsErrors the largest share of failed requests for articles, lists and pages, 0
 * to 1; promise 5 says 0 for whatever a reader can do without
 * @param readErrors the largest share of failed reads of any kind, 0 to 1
 * @param writeErrors the largest share of writes that had to be sent again, 0 to 1
 * @param recovery how long after the fault's end all must be well again, at most
 * @param stale how long after its acceptance a change may be seen at the latest; a change
 * accepted at the beginning of a fault may have to wait for its end
 */
public record Limits(double newsErrors, double readErrors, double writeErrors, Duration recovery, Duration stale) {

	private static final double ANY = 1;

	/** As the fault matrix has it of a view that is built anew (F34). */
	private static final long FOLDED_PER_SECOND = 5000;

	/**
	 * The news stay, at every moment; what stands beside them, and writing, may fail.
	 * @param recovery how long after the fault's end all must be well
	 * @param stale how long a change may take to be seen
	 * @return the limits
	 */
	static Limits newsStay(Duration recovery, Duration stale) {
		return new Limits(0, ANY, ANY, recovery, stale);
	}

	/**
	 * A small share of requests may fail: those under way when something goes.
	 * @param share of reads and of writes, 0 to 1
	 * @param recovery how long after the fault's end all must be well
	 * @param stale how long a change may take to be seen
	 * @return the limits
	 */
	static Limits atMost(double share, Duration recovery, Duration stale) {
		return new Limits(share, share, share, recovery, stale);
	}

	/**
	 * Requests may fail; what counts is what is there afterwards, and how soon.
	 * @param recovery how long after the fault's end all must be well
	 * @param stale how long a change may take to be seen
	 * @return the limits
	 */
	static Limits onlyRecovery(Duration recovery, Duration stale) {
		return new Limits(ANY, ANY, ANY, recovery, stale);
	}

	/**
	 * The same when events have to be folded before all can be well.
	 * @param events how many
	 * @return with longer times, and the same shares
	 */
	public Limits after(long events) {
		Duration fold = Duration.ofMillis(1000 * events / FOLDED_PER_SECOND);
		return new Limits(this.newsErrors, this.readErrors, this.writeErrors, this.recovery.plus(fold),
				this.stale.plus(fold));
	}

	/**
	 * The same on a slower machine, where whatever has to start or to catch up takes
	 * longer.
	 * @param pace how many times as long
	 * @return with longer times, and the same shares
	 */
	public Limits on(Pace pace) {
		return new Limits(this.newsErrors, this.readErrors, this.writeErrors, pace.forRecovery(this.recovery),
				pace.forRecovery(this.stale));
	}

}
