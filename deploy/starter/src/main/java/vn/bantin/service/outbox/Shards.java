package vn.bantin.service.outbox;

/**
 * Documents are divided into a fixed number of shards, each announced by one owner at a
 * time. A document's shard is stored with it, so the number never changes.
 */
final class Shards {

	/** How many there are. */
	static final int COUNT = 4;

	private Shards() {
	}

	/** The shard of a document, 0 to {@link #COUNT} - 1. */
	static int of(String key) {
		return Math.floorMod(key.hashCode(), COUNT);
	}

}
