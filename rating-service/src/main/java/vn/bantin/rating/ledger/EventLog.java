package vn.bantin.rating.ledger;

import java.util.List;

/** Port: the topic, opened by the owner of one shard. */
interface EventLog extends AutoCloseable {

	/**
	 * Appends all or nothing, and returns when they are durable. Throws when that is not
	 * sure; then they must be appended again by a log opened anew.
	 */
	void append(List<Announcement> announcements);

	@Override
	void close();

	/** Opens the log for a shard and shuts every earlier opener of the same shard out. */
	@FunctionalInterface
	interface Opener {

		EventLog open(int shard);

	}

}
