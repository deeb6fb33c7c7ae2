package vn.bantin.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Another clock, and ahead of it by as much as a test has let pass. */
public final class AdvancedClock extends Clock {

	private final Clock clock;

	private volatile Duration ahead = Duration.ZERO;

	/**
	 * A clock that is not ahead yet.
	 * @param clock the other clock
	 */
	public AdvancedClock(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Lets time pass.
	 * @param duration how much
	 */
	public void advance(Duration duration) {
		this.ahead = this.ahead.plus(duration);
	}

	@Override
	public Instant instant() {
		return this.clock.instant().plus(this.ahead);
	}

	@Override
	public ZoneId getZone() {
		return this.clock.getZone();
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return offset(this.clock.withZone(zone), this.ahead);
	}

}
