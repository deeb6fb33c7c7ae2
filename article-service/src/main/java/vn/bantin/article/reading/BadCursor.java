package vn.bantin.article.reading;

/** The cursor is none that a list of this kind gave out. */
public final class BadCursor extends RuntimeException {

	private static final long serialVersionUID = 1L;

	BadCursor(String cursor) {
		super("'" + cursor + "' is no cursor of this list.");
	}

}
