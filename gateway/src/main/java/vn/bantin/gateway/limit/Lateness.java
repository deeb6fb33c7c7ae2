package vn.bantin.gateway.limit;

import java.time.Duration;

/**
 * How late one event loop is, and which requests it should refuse. A request waits for
 * its loop three times (read, passed on, answered), so a loop that is always late answers
 * most requests too late. It then refuses a share of them, which grows while the loop is
 * later than tolerated and shrinks as soon as it is not: the controller of PIE (RFC 8033,
 * which keeps routers' queues short) without its proportional part, since a round is
 * longer than what that would react to. Not safe for use by several threads.
 */
final class Lateness {

	/** How often the loop ticks when it is in time. */
	static final Duration TICK = Duration.ofMillis(250);

	/**
	 * In seconds, as long as the gateway waits for a service. A request that may have
	 * waited longer is always refused.
	 */
	private static final double LONGEST_WAIT = 3;

	/** In seconds. */
	private static final double TOLERATED = 0.5;

	/** For so many seconds a loop may be late, as it is after a start. */
	private static final double BURST = 5;

	/** A standstill is no overload: however long, it counts as so many seconds. */
	private static final double LONGEST = 2;

	/** Added to the share by a second in which the loop is a second too late. */
	private static final double GAIN = 0.2;

	/** Some requests are always admitted, to notice when it gets better. */
	private static final double MOST = 0.95;

	private final Shares refused = new Shares();

	private long before;

	private long last;

	private double lateFor;

	private double share;

	Lateness(long now) {
		this.before = now;
		this.last = now;
	}

	/**
	 * Notes that the loop ticks. Whatever it reads from now on arrived after its last
	 * reading, and so after the tick before this one.
	 */
	void tick(long now) {
		this.refused.pass(seconds(now - this.last));
		double elapsed = Math.min(seconds(now - this.last), LONGEST);
		double tooLate = elapsed - seconds(TICK.toNanos()) - TOLERATED;
		this.lateFor = (tooLate > 0) ? this.lateFor + elapsed : 0;
		if (this.share > 0 || this.lateFor > BURST) {
			this.share = Math.clamp(this.share + GAIN * tooLate * elapsed, 0, MOST);
		}
		this.before = this.last;
		this.last = now;
	}

	/**
	 * Whether a request that is read now is worth starting.
	 * @param now the time in nanoseconds
	 * @param kind its class
	 */
	boolean admits(long now, RouteClass kind) {
		if (seconds(now - this.before) > LONGEST_WAIT) {
			return false;
		}
		return !this.refused.take(kind, this.share);
	}

	private static double seconds(long nanos) {
		return nanos / 1e9;
	}

}
