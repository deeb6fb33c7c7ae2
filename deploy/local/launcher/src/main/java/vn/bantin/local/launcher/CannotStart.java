package vn.bantin.local.launcher;

/** The user has to fix something first; the message is one sentence that says what. */
public final class CannotStart extends RuntimeException {

	private static final long serialVersionUID = 1L;

	CannotStart(String message) {
		super(message);
	}

}
