package vn.bantin.drills.scenario;

import java.time.Duration;

/**
 * How much longer than usual things take on a machine, 1 to 3 times, in quarters.
 *
 * @param load the load, so that it leaves a part that starts what it needs
 * @param recovery whatever has to start or to catch up first
 */
public record Pace(double load, double recovery) {

	/** On a machine that is fast enough. */
	public static final Pace USUAL = new Pace(1, 1);

	/** Nobody waits longer for a slower machine. */
	private static final double LONGEST = 3;

	/** The share of the processors' time that may be used up before anything breaks. */
	private static final double MOST_BUSY = 0.75;

	/** So long a service takes to start at most, promise 7 says. */
	private static final Duration START = Duration.ofSeconds(3);

	/**
	 * What is right for a machine.
	 * @param busy the share of its processors' time that the load takes there; 2 where it
	 * would need twice as many
	 * @param start how long a service takes to start there while nothing else happens
	 * @return the load's time so that it leaves a quarter of the processors' time, and as
	 * much more for recovery, or more where a start takes longer still
	 */
	public static Pace of(double busy, Duration start) {
		double load = inOrder(Math.ceil(4 * busy / MOST_BUSY) / 4);
		double slow = inOrder(Math.round(4.0 * start.toMillis() / START.toMillis()) / 4.0);
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

	private static double inOrder(double times) {
		return Math.clamp(times, 1, LONGEST);
	}

}
