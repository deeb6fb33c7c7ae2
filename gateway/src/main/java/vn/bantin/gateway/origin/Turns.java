package vn.bantin.gateway.origin;

/**
 * Takes a share of what comes, by turns and not by chance: the share is the same, and it
 * is even. Of one thread at a time.
 */
public final class Turns {

	private double due;

	/**
	 * Whether it is the turn of the next one.
	 * @param share how many are taken, 0 to 1; may be another one each time
	 * @return true for as many as the share says
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
