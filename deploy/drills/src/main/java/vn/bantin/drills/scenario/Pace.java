package vn.bantin.drills.scenario;

import java.time.Duration;

/**
 * How many times as long as usual things take on a machine, 1 to 3 in steps of 0.25.
 *
 * @param load the load, so that it leaves enough of the processors to a starting part
 * @param recovery whatever has to start or to catch up first
 */
public record Pace(double load, double recovery) {

	/** On a machine that is fast enough. */
	public static final Pace USUAL = new Pace(1, 1);

	/** The limit, however slow a machine is. */
	private static final double LONGEST = 3;

	/** The share of the processors' time that the load may take. */
	private static final double MOST_BUSY = 0.75;

	/** How long a service may take to start, by promise 7. */
	private static final Duration START = Duration.ofSeconds(3);

	/**
	 * The pace of a machine.
	 * @param busy the share of its processors' time that the load takes; 2 where it would
	 * need twice as many processors
	 * @param start how long a service takes to start there while idle
	 * @return a load that leaves a quarter of the processors' time, and as much more time
	 * for recovery, or more where a start takes longer still
	 */
	public static Pace of(double busy, Duration start) {
		double load = clamp(Math.ceil(4 * busy / MOST_BUSY) / 4);
		double slow = clamp(Math.round(4.0 * start.toMillis() / START.toMillis()) / 4.0);
		return new Pace(load, Math.max(load, slow));
	}

	Duration forLoad(Duration usual) {
		return times(usual, this.load);
	}

	/**
	 * How long recovery may take.
	 * @param usual on a machine that is fast enough
	 * @return on this one
	 */
	public Duration forRecovery(Duration usual) {
		return times(usual, this.recovery);
	}

	private static Duration times(Duration usual, double times) {
		return Duration.ofMillis(Math.round(usual.toMillis() * times));
	}

	private static double clamp(double times) {
		return Math.clamp(times, 1, LONGEST);
	}

}
