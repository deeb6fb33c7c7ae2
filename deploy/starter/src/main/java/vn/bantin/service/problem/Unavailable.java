package vn.bantin.service.problem;

/**
 * The service cannot do this at the moment; the same request may succeed soon. Answered
 * with 503 and {@code Retry-After}.
 */
public final class Unavailable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Refuses a request for now.
	 * @param detail what the caller should know, one sentence
	 */
	public Unavailable(String detail) {
		super(detail);
	}

}
