package vn.bantin.gateway.change;

import java.util.Optional;
import java.util.function.Consumer;

/** What the topics have said so far, and tells who listens what they say next. */
public interface Changes {

	/**
	 * Listens from now on.
	 * @param listener called in the order of each topic's partition, by one thread, after
	 * {@link #article} and {@link #tally} have taken the change in; it must not block
	 */
	void listen(Consumer<Change> listener);

	/**
	 * Whether all is known that was in the topics a moment ago.
	 * @return false until they were read to their end, and while Kafka does not answer
	 */
	boolean isCurrent();

	/**
	 * How far the topics are known, as a request inward says it in {@code X-Seen}: what
	 * answers is as new or says that it is not.
	 * @return such as {@code articles-0:17,articles-1:4711}, each the offset of the last
	 * event of a partition that is known, to exist at least; empty while nothing is
	 */
	Optional<String> seen();

	/**
	 * The newest change of an article.
	 * @param id the article
	 * @return empty when the topic has not told of it
	 */
	Optional<Change.Article> article(String id);

	/**
	 * The newest tally of an article.
	 * @param article the article's id
	 * @return empty when nobody gave it stars, or the topic has not told of it yet
	 */
	Optional<Change.Tally> tally(String article);

}
