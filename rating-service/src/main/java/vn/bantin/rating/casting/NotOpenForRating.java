package vn.bantin.rating.casting;

/** The article was retracted, or the newsroom closed it for rating. */
public final class NotOpenForRating extends RuntimeException {

	private static final long serialVersionUID = 1L;

	NotOpenForRating(String id) {
		super("The article '" + id + "' is not open for rating.");
	}

}
