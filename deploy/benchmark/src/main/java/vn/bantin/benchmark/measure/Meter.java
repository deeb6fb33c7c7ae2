package vn.bantin.benchmark.measure;

import java.time.Duration;

import vn.bantin.local.harness.Compilers;

/**
 * Runs rounds of load and reads what they cost off {@code /proc}.
 */
public final class Meter {

	private static final int REPETITIONS = 2;

	/** Two minutes or more, which a slow machine needs. */
	private static final int WARM_BURSTS = 60;

	private static final int BURSTS_FOR_A_LOOK = 2;

	/** Compilers that take less of a load's CPU time are done with what is hot. */
	private static final double COMPILING = 0.05;

	private static final Duration BURST = Duration.ofSeconds(2);

	private final Duration round;

	private final int bursts;

	private Meter(Duration round, int bursts) {
		this.round = round;
		this.bursts = bursts;
	}

	/**
	 * A meter.
	 * @param round how long a round takes
	 * @param quick whether a short warm-up is enough
	 * @return the meter
	 */
	public static Meter of(Duration round, boolean quick) {
		return new Meter(round, quick ? BURSTS_FOR_A_LOOK : WARM_BURSTS);
	}

	/**
	 * The same with shorter rounds and a shorter warm-up.
	 * @return a meter that takes about half the time
	 */
	public Meter brief() {
		return new Meter(this.round.dividedBy(2).plusMillis(500), Math.max(this.bursts / 2, BURSTS_FOR_A_LOOK));
	}

	/**
	 * How long a round takes.
	 * @return the duration
	 */
	public Duration round() {
		return this.round;
	}

	/**
	 * Puts bursts of load on until the cost of a request does not change any more and
	 * hardly anything is left to be compiled.
	 * @param load the load
	 * @param group who bears it
	 * @return whether it came to that before the time for it was over
	 */
	public boolean warmUp(Load load, Bearer group) {
		Flatness flatness = new Flatness();
		Duration burst = this.round.compareTo(BURST) < 0 ? this.round : BURST;
		for (int i = 0; i < this.bursts; i++) {
			Compilers before = group.compilers();
			Round round = once(load, group, burst);
			flatness.add(round.cpuMillis());
			double compiling = group.compilers().since(before) * ProcessTimes.MILLIS_PER_TICK;
			if (flatness.reached() && compiling <= COMPILING * round.cpuMillis() * round.requests()) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Runs one round, and again when others took too much, twice at most.
	 * @param load the load
	 * @param group who bears it
	 * @return the last try
	 */
	public Round round(Load load, Bearer group) {
		Round round = once(load, group, this.round);
		for (int i = 0; i < REPETITIONS && round.noisy(); i++) {
			round = once(load, group, this.round);
		}
		return round;
	}

	private Round once(Load load, Bearer group, Duration duration) {
		Foreign foreign = new Foreign();
		double cpuBefore = group.cpuMillis();
		Load.Outcome outcome = load.run(duration);
		double cpu = group.cpuMillis() - cpuBefore - outcome.idleCpuMillis();
		long requests = Math.max(outcome.requests(), 1);
		return new Round(outcome.requests(), cpu / requests, outcome.requests() / outcome.seconds(), outcome.p50(),
				outcome.p99(), group.pss(), foreign.share(), outcome.errors());
	}

}
