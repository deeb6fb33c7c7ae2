package vn.bantin.gateway.origin;

/**
 * Takes a given share of requests, spread evenly instead of at random. Not safe for use
 * by several threads.
 */
public final class Sampler {

	private double due;

	/**
	 * Whether to take the next request.
	 * @param share how many are taken, 0 to 1; may differ from call to call
	 * @return true for that share of the calls
	 */
	public boolean take(double share) {
		this.due += share;
		if (this.due < 1) {
			return false;
		}
		this.due -= 1;
		return true;
	}

}
