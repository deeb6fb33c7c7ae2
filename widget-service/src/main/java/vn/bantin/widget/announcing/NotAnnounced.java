package vn.bantin.widget.announcing;

/** Kafka did not take what was observed; what it took before stays. */
public final class NotAnnounced extends Exception {

	private static final long serialVersionUID = 1L;

	/**
	 * For a reason.
	 * @param cause why it did not
	 */
	public NotAnnounced(Exception cause) {
		super("Kafka did not take it: " + cause, cause);
	}

}
