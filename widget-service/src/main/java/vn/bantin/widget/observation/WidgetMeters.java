package vn.bantin.widget.observation;

/** Every meter of this service, and what an operator should conclude from it. */
public enum WidgetMeters {

	/**
	 * Fetches by provider and outcome: {@code announced} or {@code unchanged} when all is
	 * well; {@code rejected} or {@code away} when the provider is at fault, and readers
	 * see old values until it recovers; {@code unannounced} when Kafka did not accept the
	 * value; {@code failed} for a bug of ours, with its stack trace in the log.
	 */
	FETCHES("bantin.widget.fetches"),

	/**
	 * Seconds since the board was fetched. Over 3600, either the bank or the fetching
	 * instance is down.
	 */
	BOARD_AGE("bantin.widget.board.age");

	private final String meter;

	WidgetMeters(String meter) {
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
