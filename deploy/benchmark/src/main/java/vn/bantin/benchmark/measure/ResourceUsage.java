package vn.bantin.benchmark.measure;

import vn.bantin.local.harness.Compilers;

/** Who bears a load, and what it has taken. */
public interface ResourceUsage {

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

	/**
	 * What was taken so far to compile what runs.
	 * @return the compilers of all processes; none where no JVM is
	 */
	Compilers compilers();

}
