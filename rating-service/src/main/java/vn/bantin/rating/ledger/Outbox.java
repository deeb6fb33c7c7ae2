package vn.bantin.rating.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: the facts that wait in the votes' documents. */
interface Outbox {

	/** The waiting facts of some votes of a shard, each vote's in order. */
	List<Pending> pending(int shard);

	/**
	 * Takes what was announced out of its documents; all at once, but not all or none.
	 */
	void remove(List<Pending> announced);

	/** How many votes have something waiting. */
	long depth();

	/** When the oldest waiting fact happened. */
	Optional<Instant> oldest();

	/**
	 * The waiting facts of one vote.
	 *
	 * @param vote its key
	 * @param announcements the oldest first
	 */
	record Pending(String vote, List<Announcement> announcements) {
	}

}
