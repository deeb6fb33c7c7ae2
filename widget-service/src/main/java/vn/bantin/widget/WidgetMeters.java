package vn.bantin.widget;

/** Every meter of this service, and what an operator should conclude from it. */
public enum WidgetMeters {

	/**
	 * Fetches by provider and outcome: announced, unchanged; rejected or away, when
	 * nothing else comes readers see old values; unannounced, Kafka did not take it;
	 * failed, an error of ours, with its trace in the log.
	 */
	FETCHES("bantin.widget.fetches"),

	/**
	 * Seconds since the board was fetched. Over 3600: the bank, or the fetching instance,
	 * is away.
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
