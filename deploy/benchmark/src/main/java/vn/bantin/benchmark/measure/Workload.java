package vn.bantin.benchmark.measure;

import java.time.Duration;

/** Something that puts load on a server for a while. */
@FunctionalInterface
public interface Workload {

	/**
	 * Puts on the load and returns when all of it was taken.
	 * @param duration for how long
	 * @return what came of it
	 */
	Summary run(Duration duration);

	/**
	 * What came of a load.
	 *
	 * @param requests how many were answered as they should
	 * @param seconds how long it took
	 * @param p50 median of the waiting, in milliseconds
	 * @param p99 99th percentile of the waiting, in milliseconds
	 * @param errors how many were not answered as they should
	 * @param idleCpuMillis CPU time of the group after the last was done, which is not
	 * the load's
	 */
	record Summary(long requests, double seconds, double p50, double p99, long errors, double idleCpuMillis) {

		/**
		 * An summary after which nothing was waited for.
		 * @param requests how many were answered as they should
		 * @param seconds how long it took
		 * @param p50 median of the waiting, in milliseconds
		 * @param p99 99th percentile of the waiting, in milliseconds
		 * @param errors how many were not answered as they should
		 */
		public Summary(long requests, double seconds, double p50, double p99, long errors) {
			this(requests, seconds, p50, p99, errors, 0);
		}

	}

}
