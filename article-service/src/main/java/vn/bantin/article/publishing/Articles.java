package vn.bantin.article.publishing;

import vn.bantin.service.cloudevent.CloudEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Port: the stored articles. Every write is one atomic write of one document that holds
 * the state and what is still to be announced.
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
	 * @param idempotencyKey the caller's key for this request
	 * @return what is stored under that key: the given article, or the one that an
	 * earlier attempt of the same request stored
	 */
	Article add(Article article, @Nullable String idempotencyKey);

	/**
	 * Stores the next revision unless somebody else was faster.
	 * @param before what the change is based on
	 * @param after the next revision
	 * @param event what is to be announced with it
	 * @param idempotencyKey the caller's key for this request
	 * @return false when the stored revision is no longer the one of {@code before}
	 */
	boolean replace(Article before, Article after, @Nullable CloudEvent event, @Nullable String idempotencyKey);

	/**
	 * Whether a request was accepted before.
	 * @param id the article
	 * @param idempotencyKey the caller's key for the request
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
	 * @param after only those after this place in the list; null for the first page
	 * @param limit the most to return
	 * @return the articles
	 */
	List<Article> newest(Article.@Nullable State state, @Nullable Place after, int limit);

	/**
	 * An article's place in the newsroom's list.
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
	 * @param content its content
	 * @param state the state it was saved in
	 * @param saved when
	 * @param savedBy by whom
	 */
	record Version(long revision, Content content, Article.State state, Instant saved, String savedBy) {
	}

}
