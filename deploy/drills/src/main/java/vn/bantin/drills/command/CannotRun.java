package vn.bantin.drills.command;

/**
 * Something outside has to be put right first; the message says what, in one sentence.
 */
public final class CannotRun extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Refuses to run.
	 * @param message one sentence that says what has to be put right
	 */
	public CannotRun(String message) {
		super(message);
	}

}
