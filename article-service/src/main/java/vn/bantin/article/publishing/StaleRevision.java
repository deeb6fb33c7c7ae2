package vn.bantin.article.publishing;

/** Somebody else changed the article since the revision that this change starts from. */
public final class StaleRevision extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Article current;

	private final long expected;

	StaleRevision(Article current, long expected) {
		super("The article %s is at revision %d by %s; your change starts from revision %d.".formatted(current.id(),
				current.revision(), current.savedBy(), expected));
		this.current = current;
		this.expected = expected;
	}

	/**
	 * What is stored now.
	 * @return the article with the newer revision
	 */
	public Article current() {
		return this.current;
	}

	/**
	 * What the change starts from.
	 * @return the revision that the caller saw
	 */
	public long expected() {
		return this.expected;
	}

}
