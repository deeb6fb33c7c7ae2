package vn.bantin.benchmark.row;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** All that can be measured, in the order in which it is. */
public enum Rows {

	/** Before any load. */
	MEMORY("resident memory of each part before any load", MemoryAtRest::measure),

	/** One article. */
	ARTICLE_JSON("an article as JSON through the gateway", Reads::articleJson),

	/** One page. */
	ARTICLE_PAGE("an article's page", Reads::articlePage),

	/** One article without the gateway. */
	ARTICLE_SERVICE("an article as JSON from article-service alone", Reads::articleService),

	/** The newest. */
	LIST("the list of the newest 20", Reads::list),

	/** A question. */
	SEARCH("a search whose words many articles have", Reads::search),

	/** A box beside the text. */
	WIDGET("the weather of one place", Reads::widget),

	/** A vote. */
	VOTE("a vote, until it stands in the tally", Writes::vote),

	/** A publication. */
	PUBLISH("an article written and published, until readers can read it", Writes::publish),

	/** How soon. */
	LATENCY("how soon a publication and a vote are seen while readers read", Latencies::measure),

	/** How soon a service is ready. */
	START("each service's start, cold and with an AOT cache", Starts::measure),

	/** Many of everything; it stops the newspaper, so it is the last. */
	GROWTH("the same against the number of articles and of votes", Growth::measure);

	private final String description;

	private final Consumer<Bench> measuring;

	Rows(String description, Consumer<Bench> measuring) {
		this.description = description;
		this.measuring = measuring;
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
		this.measuring.accept(bench);
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
