package vn.bantin.benchmark;

/**
 * Something outside has to be put right first; the message is one sentence that says
 * what.
 */
public final class CannotRun extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Cannot run.
	 * @param message one sentence that says what has to be put right
	 */
	public CannotRun(String message) {
		super(message);
	}

}
