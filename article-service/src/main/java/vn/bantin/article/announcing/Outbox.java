package vn.bantin.article.announcing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import vn.bantin.article.publishing.Announcement;

/** Port: the facts that wait in the articles' documents. */
interface Outbox {

	/** The waiting facts of some articles of a shard, each article's in order. */
	List<Pending> pending(int shard);

	/**
	 * Takes what was announced out of its documents; all at once, but not all or none.
	 */
	void remove(List<Pending> announced);

	/** How many articles have something waiting. */
	long depth();

	/** When the oldest waiting fact happened. */
	Optional<Instant> oldest();

	/**
	 * The waiting facts of one article.
	 *
	 * @param article its id
	 * @param announcements the oldest first
	 */
	record Pending(String article, List<Announcement> announcements) {
	}

}
