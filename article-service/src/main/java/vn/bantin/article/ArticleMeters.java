package vn.bantin.article;

/** Every meter of this service, and what an operator should conclude from it. */
public enum ArticleMeters {

	/**
	 * Articles with something to announce. Rising for minutes: Kafka or the relay stands
	 * still.
	 */
	OUTBOX_DEPTH("bantin.article.outbox.depth"),

	/**
	 * Age of the oldest fact not announced yet, in seconds. Over 60: readers see old
	 * articles.
	 */
	OUTBOX_AGE("bantin.article.outbox.age"),

	/**
	 * Facts that Kafka acknowledged. Flat while articles are published: see the outbox.
	 */
	ANNOUNCED("bantin.article.announced"),

	/**
	 * Times that a shard's owner had to begin again. Rising steadily: the log names the
	 * reason.
	 */
	RELAY_FAILURES("bantin.article.relay.failures"),

	/**
	 * Records of the topic folded into the index. Flat while articles are published: the
	 * fold stands still.
	 */
	FOLDED("bantin.article.folded"),

	/**
	 * Records that could not be folded and went to the dead-letter topic. Any: look at
	 * the reason there.
	 */
	DEAD("bantin.article.dead"),

	/**
	 * Answers given before the fold had passed the asked position. Many: this instance
	 * lags behind.
	 */
	BEHIND("bantin.article.behind");

	private final String meter;

	ArticleMeters(String meter) {
		this.meter = meter;
	}

	/**
	 * The meter's name.
	 * @return in Micrometer's spelling, with dots
	 */
	public String meter() {
		return this.meter;
	}

}
