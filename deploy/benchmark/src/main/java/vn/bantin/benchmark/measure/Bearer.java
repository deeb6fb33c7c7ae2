package vn.bantin.benchmark.measure;

/** Who bears a load, and what it has taken. */
public interface Bearer {

	/**
	 * The CPU time that was taken so far.
	 * @return milliseconds, user and system
	 */
	double cpuMillis();

	/**
	 * Resident memory; what processes share is counted once.
	 * @return MiB
	 */
	double pss();

}
