package vn.bantin.rating.casting;

import java.util.Optional;

import vn.bantin.service.cloudevent.CloudEvent;

/** Port: the stored votes, each one document with its events that are not sent yet. */
interface Votes {

	/** A reader's vote on an article; empty when there never was one. */
	Optional<Vote> find(String article, String reader);

	/**
	 * Stores the next version of a vote with the event to send; false when another
	 * request of the same reader was faster.
	 */
	boolean store(Vote vote, CloudEvent event);

	/**
	 * Notes the time of a request that changed nothing; false when another request of the
	 * same reader was faster.
	 */
	boolean note(Vote vote);

}
