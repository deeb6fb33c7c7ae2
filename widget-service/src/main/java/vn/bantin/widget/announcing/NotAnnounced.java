package vn.bantin.widget.announcing;

/** Kafka did not acknowledge an announcement; earlier ones stay. */
public final class NotAnnounced extends Exception {

	private static final long serialVersionUID = 1L;

	/**
	 * For a reason.
	 * @param cause why it did not
	 */
	public NotAnnounced(Exception cause) {
		super("Kafka did not acknowledge it: " + cause, cause);
	}

}
