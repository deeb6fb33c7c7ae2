package vn.bantin.rating.casting;

/** No article of that id was ever published. */
public final class UnknownArticle extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Names the article.
	 * @param id the id that was requested
	 */
	public UnknownArticle(String id) {
		super("There is no article '" + id + "'.");
	}

}
