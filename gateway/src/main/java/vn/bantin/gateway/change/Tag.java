package vn.bantin.gateway.change;

/**
 * Something that an answer shows, and that may change: an article, a list of them, a
 * tally, a forecast. An answer from memory is kept under the tags of all that it shows,
 * and towards a CDN they are its {@code Surrogate-Key}.
 *
 * @param value such as {@code article-7w118k73yv} or {@code section-kinh-te}
 */
public record Tag(String value) {

	/** Every list that any new article may enter: the newest, what a search finds. */
	public static final Tag ARTICLES = new Tag("articles");

	/** Lists that depend on the tallies of many articles. */
	public static final Tag TALLIES = new Tag("tallies");

	/** The board of exchange rates. */
	public static final Tag EXCHANGE_RATES = new Tag("exchange-rates");

	/**
	 * One article, wherever it is shown.
	 * @param id its id
	 * @return the tag
	 */
	public static Tag article(String id) {
		return new Tag("article-" + id);
	}

	/**
	 * The list of a section.
	 * @param slug the section
	 * @return the tag
	 */
	public static Tag section(String slug) {
		return new Tag("section-" + slug);
	}

	/**
	 * The list of what has a tag.
	 * @param slug the article's tag
	 * @return the tag
	 */
	public static Tag tag(String slug) {
		return new Tag("tag-" + slug);
	}

	/**
	 * The list of an author.
	 * @param slug the author
	 * @return the tag
	 */
	public static Tag author(String slug) {
		return new Tag("author-" + slug);
	}

	/**
	 * The list of a kind of article.
	 * @param kind such as {@code photo-story}
	 * @return the tag
	 */
	public static Tag kind(String kind) {
		return new Tag("kind-" + kind);
	}

	/**
	 * What readers gave an article.
	 * @param article the article's id
	 * @return the tag
	 */
	public static Tag tally(String article) {
		return new Tag("tally-" + article);
	}

	/**
	 * The weather of a place.
	 * @param place its slug
	 * @return the tag
	 */
	public static Tag forecast(String place) {
		return new Tag("forecast-" + place);
	}

}
