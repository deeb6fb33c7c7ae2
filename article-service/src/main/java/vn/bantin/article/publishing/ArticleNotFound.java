package vn.bantin.article.publishing;

/** There is no article of that id. */
public final class ArticleNotFound extends RuntimeException {

	private static final long serialVersionUID = 1L;

	ArticleNotFound(String id) {
		super("There is no article '" + id + "'.");
	}

}
