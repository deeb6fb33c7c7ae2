package vn.bantin.benchmark.row;

import java.util.Locale;

/** Everything that can be measured, in this order. */
public enum Rows {

	/** Before any load. */
	MEMORY("resident memory and CPU time of each part before any load"),

	/** An article as JSON. */
	ARTICLE_JSON("an article as JSON through the gateway"),

	/** An article's page. */
	ARTICLE_PAGE("an article's page"),

	/** An article as JSON without the gateway. */
	ARTICLE_SERVICE("an article as JSON from article-service alone"),

	/** The newest articles. */
	LIST("the list of the newest 20"),

	/** A search. */
	SEARCH("a search whose words many articles have"),

	/** A widget beside the text. */
	WIDGET("the weather of one place"),

	/** A vote. */
	VOTE("a vote, until it stands in the tally"),

	/** A publication. */
	PUBLISH("an article written and published, until readers can read it"),

	/** How soon changes are visible. */
	LATENCY("how soon a publication and a vote are seen while readers read"),

	/** One article that all read while it changes. */
	HOT("how often article-service is asked for an article that changes while all read it"),

	/** How soon a service is ready after its start. */
	START("each service's start, cold and with an AOT cache"),

	/** Many articles and votes; it stops the newspaper, so it comes last. */
	GROWTH("the same against the number of articles and of votes");

	private final String description;

	Rows(String description) {
		this.description = description;
	}

	/** Its name on the command line: words with hyphens. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * What it measures.
	 * @return half a sentence
	 */
	public String description() {
		return this.description;
	}

	/**
	 * Measures it.
	 * @param bench what it is measured with
	 */
	public void measure(Bench bench) {
		switch (this) {
			case MEMORY -> bench.alone(toString(), MemoryAtRest::measure);
			case ARTICLE_JSON -> Reads.articleJson(bench);
			case ARTICLE_PAGE -> Reads.articlePage(bench);
			case ARTICLE_SERVICE -> Reads.articleService(bench);
			case LIST -> Reads.list(bench);
			case SEARCH -> Reads.search(bench);
			case WIDGET -> Reads.widget(bench);
			case VOTE -> Writes.vote(bench);
			case PUBLISH -> Writes.publish(bench);
			case LATENCY -> bench.alone(toString(), Latencies::measure);
			case HOT -> bench.alone(toString(), Hot::measure);
			case START -> bench.alone(toString(), Starts::measure);
			case GROWTH -> Growth.measure(bench);
		}
	}

	/**
	 * How many articles the largest newspaper of {@link #GROWTH} has.
	 * @param quick whether short rounds are enough
	 * @return the count
	 */
	public static int mostArticles(boolean quick) {
		return Growth.sizes(quick).getLast();
	}

}
