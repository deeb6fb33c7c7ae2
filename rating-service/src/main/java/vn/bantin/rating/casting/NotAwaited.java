package vn.bantin.rating.casting;

import java.time.Instant;

/**
 * A reader's word came so late that nobody awaits an answer any more, or after the
 * reader's next word. It changes nothing.
 */
public final class NotAwaited extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Refuses it.
	 * @param asked when it was received
	 */
	public NotAwaited(Instant asked) {
		super("The request of " + asked + " came too late to be carried out; send it again.");
	}

}
