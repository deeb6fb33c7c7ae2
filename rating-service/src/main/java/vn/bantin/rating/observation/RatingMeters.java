package vn.bantin.rating.observation;

/** Every meter of this service, and what an operator should conclude from it. */
public enum RatingMeters {

	/**
	 * Votes with something to announce. Rising for minutes: Kafka or the relay stands
	 * still.
	 */
	OUTBOX_DEPTH("bantin.rating.outbox.depth"),

	/**
	 * Age of the oldest version not announced yet, in seconds. Over 60: tallies are old.
	 */
	OUTBOX_AGE("bantin.rating.outbox.age"),

	/** Accepted votes, by what they did: cast, withdrawn or same. */
	VOTES("bantin.rating.votes"),

	/**
	 * Answers to a vote that were given before the tally counted it. Many: the tally
	 * lags.
	 */
	UNCOUNTED("bantin.rating.uncounted"),

	/**
	 * Requests refused because too many were under way. Rising for minutes: another
	 * instance is needed.
	 */
	REFUSED("bantin.rating.refused"),

	/**
	 * How many requests may be under way, 4 to 256. Under 20 for minutes while requests
	 * are refused: processors or the database are too slow.
	 */
	LIMIT("bantin.rating.limit"),

	/**
	 * 1 while the tally's stream runs or rebalances, 0 when it does not. 0 for a minute:
	 * no vote is counted here.
	 */
	TALLY_RUNNING("bantin.rating.tally.running");

	private final String meter;

	RatingMeters(String meter) {
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
