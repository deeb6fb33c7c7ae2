package vn.bantin.benchmark.measure;

import java.time.Duration;

import vn.bantin.local.harness.Compilers;

/** Runs rounds of a workload and measures what they cost. */
public final class Meter {

	private static final int REPETITIONS = 2;

	/** At least two minutes, which a slow machine needs. */
	private static final int MOST_BURSTS = 60;

	private static final int BURSTS_QUICK = 2;

	/** Below this share of the CPU time compilers are done with the hot code. */
	private static final double COMPILING = 0.05;

	private static final Duration BURST = Duration.ofSeconds(2);

	private final Duration round;

	private final int bursts;

	private Meter(Duration round, int bursts) {
		this.round = round;
		this.bursts = bursts;
	}

	/**
	 * Prepares rounds.
	 * @param round how long a round takes
	 * @param quick whether a short warm-up is enough
	 * @return the meter
	 */
	public static Meter of(Duration round, boolean quick) {
		return new Meter(round, quick ? BURSTS_QUICK : MOST_BURSTS);
	}

	/**
	 * The same with shorter rounds and a shorter warm-up.
	 * @return a meter that takes about half the time
	 */
	public Meter brief() {
		return new Meter(this.round.dividedBy(2).plusMillis(500), Math.max(this.bursts / 2, BURSTS_QUICK));
	}

	/**
	 * How long a round takes.
	 * @return the duration
	 */
	public Duration round() {
		return this.round;
	}

	/**
	 * Runs bursts until the cost of a request is steady and hardly anything is left to
	 * compile.
	 * @param load the workload
	 * @param group the processes that serve it
	 * @return whether that was reached in time
	 */
	public boolean warmUp(Workload load, ProcessGroup group) {
		SteadyState steady = new SteadyState();
		Duration burst = this.round.compareTo(BURST) < 0 ? this.round : BURST;
		for (int i = 0; i < this.bursts; i++) {
			Compilers before = group.compilers();
			Round round = once(load, group, burst);
			steady.add(round.cpuMillis());
			double compiling = group.compilers().since(before) * ProcessTimes.MILLIS_PER_TICK;
			if (steady.reached() && compiling <= COMPILING * round.cpuMillis() * round.requests()) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Runs one round, and repeats it at most twice when others took too much CPU.
	 * @param load the workload
	 * @param group the processes that serve it
	 * @return the last round
	 */
	public Round round(Workload load, ProcessGroup group) {
		Round round = once(load, group, this.round);
		for (int i = 0; i < REPETITIONS && round.noisy(); i++) {
			round = once(load, group, this.round);
		}
		return round;
	}

	private Round once(Workload load, ProcessGroup group, Duration duration) {
		Foreign foreign = new Foreign();
		double cpuBefore = group.cpuMillis();
		Workload.Summary summary = load.run(duration);
		double cpu = group.cpuMillis() - cpuBefore - summary.idleCpuMillis();
		long requests = Math.max(summary.requests(), 1);
		return new Round(summary.requests(), cpu / requests, summary.requests() / summary.seconds(), summary.p50(),
				summary.p99(), group.pss(), foreign.share(), summary.errors());
	}

}
