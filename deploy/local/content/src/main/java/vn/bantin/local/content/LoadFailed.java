package vn.bantin.local.content;

/** The content could not be loaded; the message is one sentence for the operator. */
final class LoadFailed extends RuntimeException {

	private static final long serialVersionUID = 1L;

	LoadFailed(String message) {
		super(message);
	}

	LoadFailed(String message, Throwable cause) {
		super(message, cause);
	}

}
