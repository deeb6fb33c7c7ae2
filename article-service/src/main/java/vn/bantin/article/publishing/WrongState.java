package vn.bantin.article.publishing;

/** The article's state does not allow what was asked. */
public final class WrongState extends RuntimeException {

	private static final long serialVersionUID = 1L;

	WrongState(Article article, String message) {
		super(message + " Its revision is " + article.revision() + ".");
	}

}
