package vn.bantin.rating.casting;

import java.time.Instant;

/**
 * A request came so late that the gateway has given up on its answer, or after a later
 * request of the same reader. It changed nothing.
 */
public final class NotAwaited extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Names the request.
	 * @param asked when the gateway received it
	 */
	public NotAwaited(Instant asked) {
		super("The request of " + asked + " came too late to be carried out; send it again.");
	}

}
