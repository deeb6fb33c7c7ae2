package vn.bantin.article.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Port: the stored articles. Every write is one atomic write of one document that carries
 * the state and what has still to be announced.
 */
public interface Articles {

	/**
	 * Loads an article.
	 * @param id its id
	 * @return empty when there is none
	 */
	Optional<Article> find(String id);

	/**
	 * Stores a new article.
	 * @param article its first revision
	 * @param idempotencyKey the caller's word for this very request
	 * @return what is stored under that key: the given article, or the one that an
	 * earlier try of the same request made
	 */
	Article add(Article article, @Nullable String idempotencyKey);

	/**
	 * Stores the next revision if nobody else did so first.
	 * @param before what the change started from
	 * @param after the next revision
	 * @param announcement what has to be announced with it
	 * @param idempotencyKey the caller's word for this very request
	 * @return false when the stored revision is no longer the one of {@code before}
	 */
	boolean replace(Article before, Article after, @Nullable Announcement announcement,
			@Nullable String idempotencyKey);

	/**
	 * Whether a request was accepted before.
	 * @param id the article
	 * @param idempotencyKey the caller's word for the request
	 * @return true when a stored revision was made by it
	 */
	boolean accepted(String id, String idempotencyKey);

	/**
	 * Every saved version of an article.
	 * @param id the article
	 * @return the newest first, the current one among them
	 */
	List<Version> versions(String id);

	/**
	 * The newsroom's articles, the newest saved first.
	 * @param state only those in this state; null for all
	 * @param after only those that come after this place of the list; null from its
	 * beginning
	 * @param limit at most so many
	 * @return the articles
	 */
	List<Article> newest(Article.@Nullable State state, @Nullable Place after, int limit);

	/**
	 * The place of an article in the newsroom's list.
	 *
	 * @param saved when it was saved
	 * @param id decides between articles that were saved at the same time
	 */
	record Place(Instant saved, String id) {
	}

	/**
	 * One saved version.
	 *
	 * @param revision its number
	 * @param content what it said
	 * @param state the state it was saved in
	 * @param saved when
	 * @param savedBy by whom
	 */
	record Version(long revision, Content content, Article.State state, Instant saved, String savedBy) {
	}

}
