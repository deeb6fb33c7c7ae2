package vn.bantin.drills.load;

/** What a request was for. */
public enum Kind {

	/** An article as JSON. */
	ARTICLE(true, true),

	/** A list of articles as JSON. */
	LIST(true, true),

	/** An article's page. */
	PAGE(true, true),

	/** The stars of an article. */
	RATING(true, false),

	/** Weather and rates. */
	WIDGET(true, false),

	/** A write of the newsroom. */
	NEWSROOM(false, false),

	/** A vote. */
	BALLOT(false, false);

	private final boolean read;

	private final boolean news;

	Kind(boolean read, boolean news) {
		this.read = read;
		this.news = news;
	}

	/**
	 * Whether it is a read.
	 * @return false for the newsroom's writes and for votes
	 */
	public boolean isRead() {
		return this.read;
	}

	/**
	 * Whether a gateway had answered it before the load.
	 * @return true for articles and pages
	 */
	public boolean isCached() {
		return this == ARTICLE || this == PAGE;
	}

	/**
	 * Whether it is the news itself, unlike ratings and widgets.
	 * @return true for articles, lists and pages
	 */
	public boolean isNews() {
		return this.news;
	}

}
