package vn.bantin.rating.casting;

import java.util.Optional;

/** Port: the stored votes, each one document with what has still to be announced. */
public interface Votes {

	/**
	 * A reader's vote on an article.
	 * @param article the article's id
	 * @param reader the reader's pseudonym
	 * @return empty when there never was one
	 */
	Optional<Vote> find(String article, String reader);

	/**
	 * Stores the next version of a vote if it still is the next one, and the newest word.
	 * @param vote the vote
	 * @param announcement what has to be announced with it
	 * @return false when another request of the same reader was faster
	 */
	boolean store(Vote vote, Announcement announcement);

	/**
	 * Notes when the reader said the same again; there is nothing to announce.
	 * @param vote the vote, in the version that is stored
	 * @return false when another request of the same reader was faster
	 */
	boolean note(Vote vote);

}
