package vn.bantin.benchmark.measure;

/**
 * The figures of one round.
 *
 * @param requests how many were answered
 * @param cpuMillis CPU time of the group per request, in milliseconds
 * @param perSecond requests in a second
 * @param p50 median of the response times, in milliseconds
 * @param p99 99th percentile of the response times, in milliseconds
 * @param pss resident memory of the group after it, in MiB
 * @param foreign share of the machine's CPU that others took, from 0 to 1
 * @param errors how many failed
 */
public record Round(long requests, double cpuMillis, double perSecond, double p50, double p99, double pss,
		double foreign, long errors) {

	/** Above this foreign share a round cannot be trusted. */
	public static final double NOISY = 0.1;

	/**
	 * Whether others took too much CPU.
	 * @return true when the round should be repeated
	 */
	public boolean noisy() {
		return this.foreign > NOISY;
	}

}
