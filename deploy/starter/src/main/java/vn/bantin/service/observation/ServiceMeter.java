package vn.bantin.service.observation;

/** Every meter of the starter, and what an operator should conclude from it. */
public enum ServiceMeter {

	/**
	 * Documents with events to announce. Rising for minutes: Kafka is away, or the relay
	 * stands still.
	 */
	OUTBOX_DEPTH("bantin.outbox.depth"),

	/**
	 * Age of the oldest event that is not announced yet, in seconds. Over 60: consumers
	 * and readers see old data.
	 */
	OUTBOX_AGE("bantin.outbox.age"),

	/** Events that Kafka acknowledged. Flat while there are writes: see the outbox. */
	RELAY_ANNOUNCED("bantin.relay.announced"),

	/**
	 * Times that the owner of a shard had to start over. Rising steadily: the log names
	 * the reason.
	 */
	RELAY_FAILURES("bantin.relay.failures"),

	/**
	 * Records applied to the projection. Flat while the topic grows: the reader stands
	 * still.
	 */
	PROJECTION_APPLIED("bantin.projection.applied"),

	/**
	 * Answers given before the projection had reached the event that the caller had seen.
	 * Many: this instance lags.
	 */
	PROJECTION_BEHIND("bantin.projection.behind"),

	/**
	 * Records sent to a dead-letter topic, by {@code topic}. Any: the record's headers
	 * give the reason.
	 */
	DEAD_LETTERS("bantin.dead.letters");

	private final String meter;

	ServiceMeter(String meter) {
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
