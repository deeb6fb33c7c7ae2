package vn.bantin.rating.ledger;

/**
 * The votes are divided into a fixed number of shards, each announced by one owner at a
 * time. The number is stored with every vote, so it is never changed.
 */
public final class Shards {

	/** How many there are. */
	public static final int COUNT = 4;

	private Shards() {
	}

	/**
	 * The shard of a vote.
	 * @param vote its key
	 * @return 0 to {@link #COUNT} - 1
	 */
	public static int of(String vote) {
		return Math.floorMod(vote.hashCode(), COUNT);
	}

}
