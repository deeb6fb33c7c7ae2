package vn.bantin.widget;

/** Every meter of this service, and what an operator should conclude from it. */
public enum WidgetMeters {

	/**
	 * Fetches by provider and outcome: announced, unchanged, rejected, away. Only away or
	 * rejected: readers see old values.
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
