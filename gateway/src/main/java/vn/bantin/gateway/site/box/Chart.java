package vn.bantin.gateway.site.box;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

import vn.bantin.gateway.site.answer.Fields;

/**
 * How one currency's selling rate went, small enough to stand in a box.
 *
 * @param currency its code
 * @param rates one rate a day, oldest first, at least two
 */
record Chart(String currency, List<BigDecimal> rates) {

	/** The drawing's own width. */
	static final int WIDTH = 300;

	/** The drawing's own height. */
	static final int HEIGHT = 60;

	private static final int MARGIN = 4;

	/**
	 * Reads a history.
	 * @param fields the history as widget-service answers it
	 * @return the chart, absent when there are not two days to draw a line between
	 */
	static Optional<Chart> read(Fields fields) {
		List<BigDecimal> rates = fields.list("items").stream().flatMap((day) -> day.number("sell").stream()).toList();
		return fields.text("currency")
			.filter((currency) -> rates.size() > 1)
			.map((currency) -> new Chart(currency, rates));
	}

	/** The lowest rate. */
	BigDecimal lowest() {
		return this.rates.stream().reduce(BigDecimal::min).orElse(BigDecimal.ZERO);
	}

	/** The highest rate. */
	BigDecimal highest() {
		return this.rates.stream().reduce(BigDecimal::max).orElse(BigDecimal.ZERO);
	}

	/**
	 * The line through all rates; one that never changed runs through the middle.
	 * @return the value of a {@code points} attribute
	 */
	String points() {
		BigDecimal lowest = lowest();
		BigDecimal range = highest().subtract(lowest);
		StringJoiner points = new StringJoiner(" ");
		for (int day = 0; day < this.rates.size(); day++) {
			int x = MARGIN + day * (WIDTH - 2 * MARGIN) / (this.rates.size() - 1);
			points.add(x + "," + height(this.rates.get(day).subtract(lowest), range));
		}
		return points.toString();
	}

	private static int height(BigDecimal above, BigDecimal range) {
		if (range.signum() == 0) {
			return HEIGHT / 2;
		}
		int space = HEIGHT - 2 * MARGIN;
		return HEIGHT - MARGIN
				- above.multiply(BigDecimal.valueOf(space)).divide(range, 0, RoundingMode.HALF_UP).intValue();
	}

}
