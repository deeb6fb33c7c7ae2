package vn.bantin.service.outbox;

import java.util.List;

import vn.bantin.service.cloudevent.CloudEvent;

/** Port: the topic, opened by the owner of one shard. */
interface EventLog extends AutoCloseable {

	/**
	 * Appends all or nothing, and returns when they are durable. Throws when that is not
	 * certain; then they have to be appended again by a log that is newly opened.
	 */
	void append(List<CloudEvent> events);

	@Override
	void close();

	/** Opens the log for a shard and fences every earlier owner of the same shard. */
	@FunctionalInterface
	interface Opener {

		EventLog open(int shard);

	}

}
