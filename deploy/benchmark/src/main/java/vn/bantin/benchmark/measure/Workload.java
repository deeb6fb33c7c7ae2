package vn.bantin.benchmark.measure;

import java.time.Duration;

/** Puts load on a server for a while. */
@FunctionalInterface
public interface Workload {

	/**
	 * Runs, and returns when all of it has taken effect.
	 * @param duration how long new requests are sent
	 * @return what came of it
	 */
	Summary run(Duration duration);

	/**
	 * What came of a workload.
	 *
	 * @param requests how many succeeded, or how many were answered when that is not
	 * known
	 * @param seconds how long it took
	 * @param bytes of all answers, headers included; 0 when not counted
	 * @param errors how many failed
	 * @param p50 median of the response times, in milliseconds
	 * @param p99 99th percentile of the response times, in milliseconds
	 * @param idleCpuMillis CPU time after the last effect, which is not the load's
	 */
	record Summary(long requests, double seconds, long bytes, long errors, double p50, double p99,
			double idleCpuMillis) {

		/**
		 * The average size of an answer.
		 * @return bytes, headers included
		 */
		public double bytesPerRequest() {
			return (double) this.bytes / Math.max(this.requests, 1);
		}

	}

}
