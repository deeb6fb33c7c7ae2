package vn.bantin.widget.provider;

/** A provider's answer that is not to be believed; what was known before stays. */
public final class Rejected extends Exception {

	private static final long serialVersionUID = 1L;

	/**
	 * For a reason.
	 * @param reason what is wrong with the answer
	 */
	public Rejected(String reason) {
		super(reason);
	}

}
