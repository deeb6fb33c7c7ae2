package vn.bantin.local.content;

/** The content could not be loaded; the message is a sentence for the operator. */
final class LoadFailed extends RuntimeException {

	private static final long serialVersionUID = 1L;

	LoadFailed(String sentence) {
		super(sentence);
	}

	LoadFailed(String sentence, Throwable cause) {
		super(sentence, cause);
	}

}
