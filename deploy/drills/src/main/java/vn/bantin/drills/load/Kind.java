package vn.bantin.drills.load;

/** What was asked for. */
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

	/** Something that the newsroom writes. */
	NEWSROOM(false, false),

	/** Something that a reader writes. */
	BALLOT(false, false);

	private final boolean read;

	private final boolean news;

	Kind(boolean read, boolean news) {
		this.read = read;
		this.news = news;
	}

	/**
	 * Whether nothing is written.
	 * @return true for readers' requests but votes
	 */
	public boolean isRead() {
		return this.read;
	}

	/**
	 * Whether it is what a newspaper is for, as against what stands beside the text.
	 * @return true for articles, lists and pages
	 */
	public boolean isNews() {
		return this.news;
	}

}
