package vn.bantin.drills;

/**
 * Something outside has to be put right first; the message is one sentence that says
 * what.
 */
final class CannotDrill extends RuntimeException {

	private static final long serialVersionUID = 1L;

	CannotDrill(String message) {
		super(message);
	}

}
