package vn.bantin.article.publishing;

/**
 * The articles are divided into a fixed number of shards, each announced by one owner at
 * a time. The number is stored with every article, so it is never changed.
 */
public final class Shards {

	/** How many there are. */
	public static final int COUNT = 4;

	private Shards() {
	}

	/**
	 * The shard of an article.
	 * @param article its id
	 * @return 0 to {@link #COUNT} - 1
	 */
	public static int of(String article) {
		return Math.floorMod(article.hashCode(), COUNT);
	}

}
