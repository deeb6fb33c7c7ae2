package vn.bantin.rating.observation;

/** Every meter of this service, and what an operator should conclude from it. */
public enum RatingMeters {

	/** Accepted votes, by what they did: cast, withdrawn or same. */
	VOTES("bantin.rating.votes"),

	/**
	 * Answers to a vote given before the tally moved. Many: the tally lags.
	 */
	UNCOUNTED("bantin.rating.uncounted"),

	/**
	 * Requests refused because too many were in flight. Rising for minutes: another
	 * instance is needed.
	 */
	REFUSED("bantin.rating.refused"),

	/**
	 * How many requests may be in flight, 4 to 256. Under 20 for minutes while requests
	 * are refused: processors or the database are too slow.
	 */
	LIMIT("bantin.rating.limit"),

	/**
	 * 1 while the tally's stream runs or rebalances, else 0. 0 for a minute: this
	 * instance counts no votes.
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
