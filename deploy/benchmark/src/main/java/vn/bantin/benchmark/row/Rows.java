package vn.bantin.benchmark.row;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All that can be measured, in the order in which it is. */
public enum Rows {

	/** Before any load. */
	MEMORY("resident memory and CPU time of each part before any load"),

	/** One article. */
	ARTICLE_JSON("an article as JSON through the gateway"),

	/** One page. */
	ARTICLE_PAGE("an article's page"),

	/** One article without the gateway. */
	ARTICLE_SERVICE("an article as JSON from article-service alone"),

	/** The newest. */
	LIST("the list of the newest 20"),

	/** A question. */
	SEARCH("a search whose words many articles have"),

	/** A box beside the text. */
	WIDGET("the weather of one place"),

	/** A vote. */
	VOTE("a vote, until it stands in the tally"),

	/** A publication. */
	PUBLISH("an article written and published, until readers can read it"),

	/** How soon. */
	LATENCY("how soon a publication and a vote are seen while readers read"),

	/** How soon a service is ready. */
	START("each service's start, cold and with an AOT cache"),

	/** Many of everything; it stops the newspaper, so it is the last. */
	GROWTH("the same against the number of articles and of votes");

	private final String description;

	Rows(String description) {
		this.description = description;
	}

	/**
	 * Its name on the command line.
	 * @return words with hyphens
	 */
	public String word() {
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
	 * @param bench with all that is needed
	 */
	public void measure(Bench bench) {
		switch (this) {
			case MEMORY -> bench.alone(word(), MemoryAtRest::measure);
			case ARTICLE_JSON -> Reads.articleJson(bench);
			case ARTICLE_PAGE -> Reads.articlePage(bench);
			case ARTICLE_SERVICE -> Reads.articleService(bench);
			case LIST -> Reads.list(bench);
			case SEARCH -> Reads.search(bench);
			case WIDGET -> Reads.widget(bench);
			case VOTE -> Writes.vote(bench);
			case PUBLISH -> Writes.publish(bench);
			case LATENCY -> bench.alone(word(), Latencies::measure);
			case START -> bench.alone(word(), Starts::measure);
			case GROWTH -> Growth.measure(bench);
		}
	}

	/**
	 * How many articles the largest newspaper of {@link #GROWTH} has.
	 * @param quick whether a look is enough
	 * @return the count
	 */
	public static int mostArticles(boolean quick) {
		return Growth.sizes(quick).getLast();
	}

	/**
	 * Looks a row up.
	 * @param word its name on the command line
	 * @return empty when there is none of that name
	 */
	public static Optional<Rows> named(String word) {
		return Arrays.stream(values()).filter((row) -> row.word().equals(word)).findFirst();
	}

	/**
	 * The names of all.
	 * @return in their order
	 */
	public static List<String> words() {
		return Arrays.stream(values()).map(Rows::word).toList();
	}

}
