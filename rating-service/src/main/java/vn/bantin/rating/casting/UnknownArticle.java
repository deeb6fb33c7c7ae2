package vn.bantin.rating.casting;

/** No published article of that id was ever heard of. */
public final class UnknownArticle extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * About an article.
	 * @param id what was asked for
	 */
	public UnknownArticle(String id) {
		super("There is no article '" + id + "'.");
	}

}
