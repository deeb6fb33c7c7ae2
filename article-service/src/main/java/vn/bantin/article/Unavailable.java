package vn.bantin.article;

/**
 * The service has more to do than it can at the moment; the same request may succeed
 * soon.
 */
public final class Unavailable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Refuses a request for now.
	 * @param message what the caller should know
	 */
	public Unavailable(String message) {
		super(message);
	}

}
