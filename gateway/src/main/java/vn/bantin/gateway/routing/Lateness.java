package vn.bantin.gateway.routing;

import java.time.Duration;

import vn.bantin.gateway.origin.Turns;

/**
 * How late one event loop is, and what it had better not take on. A request waits for its
 * loop three times (read, passed on, answered), so a loop that is late all the time
 * answers nobody soon, and most too late. It then refuses a share of what comes, more for
 * as long as it is later than tolerated and less as soon as it is not: the controller of
 * PIE (RFC 8033, a router's way to keep its queue short), whose proportional part is left
 * out since a round is longer than what it would react to. Of one thread.
 */
final class Lateness {

	/** How often the loop looks up. */
	static final Duration LOOK = Duration.ofMillis(250);

	/**
	 * As long as the gateway itself waits for a service. What may have waited longer is
	 * refused always.
	 */
	private static final double TOO_LONG = 3;

	/** In seconds. */
	private static final double TOLERATED = 0.5;

	/** So many seconds on end a loop may be late: one that has just started is. */
	private static final double BURST = 5;

	/** A standstill, however long, is not yet overload and counts as so many seconds. */
	private static final double LONGEST = 2;

	/** What a second in which the loop is a second too late adds to the share. */
	private static final double GAIN = 0.2;

	/** Somebody must be let in, to see whether it goes better. */
	private static final double MOST = 0.95;

	private final Turns refused = new Turns();

	private long before;

	private long last;

	private double lateFor;

	private double share;

	Lateness(long now) {
		this.before = now;
		this.last = now;
	}

	/**
	 * Notes that the loop looks up. What it reads from now on was not there when it last
	 * looked for something to read, which was not before the look before this one.
	 */
	void look(long now) {
		double elapsed = Math.min(seconds(now - this.last), LONGEST);
		double tooLate = elapsed - seconds(LOOK.toNanos()) - TOLERATED;
		this.lateFor = (tooLate > 0) ? this.lateFor + elapsed : 0;
		if (this.share > 0 || this.lateFor > BURST) {
			this.share = Math.clamp(this.share + GAIN * tooLate * elapsed, 0, MOST);
		}
		this.before = this.last;
		this.last = now;
	}

	/** Whether what is read now is worth beginning. */
	boolean admits(long now) {
		if (seconds(now - this.before) > TOO_LONG) {
			return false;
		}
		return !this.refused.take(this.share);
	}

	private static double seconds(long nanos) {
		return nanos / 1e9;
	}

}
