package vn.bantin.gateway.origin;

import java.time.Duration;
import java.time.Instant;

/**
 * How much one instance is asked of what is its turn. A process that has just started has
 * yet to compile what it runs: with its whole share at once it would answer all of it too
 * late, so it gets it by and by, as behind HAProxy with {@code slowstart}.
 */
final class Share {

	/** Who is left out is tried so often. */
	private static final Duration PAUSE = Duration.ofSeconds(2);

	/** Until it has its whole share again. */
	private static final Duration SLOW_START = Duration.ofSeconds(15);

	private final Turns turns = new Turns();

	private boolean leftOut;

	/** When it may be tried, or since when it is back. */
	private Instant since = Instant.EPOCH;

	private Instant answered = Instant.MIN;

	/**
	 * Whether it is to be asked when it is its turn. Who tries an instance that was left
	 * out is the only one until the next try.
	 */
	synchronized boolean isDue(Instant now, boolean mayTry) {
		if (this.leftOut) {
			boolean tried = mayTry && !now.isBefore(this.since);
			if (tried) {
				this.since = now.plus(PAUSE);
			}
			return tried;
		}
		double back = Duration.between(this.since, now).toMillis();
		return this.turns.take(Math.clamp(back / SLOW_START.toMillis(), 0, 1));
	}

	synchronized boolean isLeftOut() {
		return this.leftOut;
	}

	synchronized void leaveOut(Instant now) {
		this.leftOut = true;
		this.since = now.plus(PAUSE);
	}

	synchronized void answered(Instant now, boolean well) {
		this.answered = now;
		if (this.leftOut && well) {
			this.leftOut = false;
			this.since = now;
		}
	}

	synchronized boolean hasAnsweredSince(Instant moment) {
		return this.answered.isAfter(moment);
	}

}
