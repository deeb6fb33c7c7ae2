package vn.bantin.service.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import vn.bantin.service.cloudevent.CloudEvent;

/** Port: the events that wait in documents. */
interface Outbox {

	/** The waiting events of some documents of a shard, those of each in order. */
	List<Pending> pending(int shard);

	/**
	 * Removes what was announced from its documents; all at once, but not all or none.
	 */
	void remove(List<Pending> announced);

	/** How many documents have something waiting. */
	long depth();

	/** When the oldest waiting event happened. */
	Optional<Instant> oldest();

	/**
	 * The waiting events of one document.
	 *
	 * @param key its id
	 * @param events the oldest first
	 */
	record Pending(String key, List<CloudEvent> events) {
	}

}
