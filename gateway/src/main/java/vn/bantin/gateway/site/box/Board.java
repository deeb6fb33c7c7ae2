package vn.bantin.gateway.site.box;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import vn.bantin.gateway.site.answer.Fields;

/**
 * A bank's exchange rates. Without rates when nothing is known.
 *
 * @param bank the bank's name
 * @param rates one row per currency
 * @param freshness where it comes from and how old it is
 */
record Board(@Nullable String bank, List<Rate> rates, Freshness freshness) {

	/**
	 * Reads a board.
	 * @param fields the board as widget-service answers it
	 * @return the board
	 */
	static Board read(Fields fields) {
		List<Rate> rates = Freshness.missing(fields) ? List.of()
				: fields.list("rates").stream().map(Rate::read).flatMap(Optional::stream).toList();
		return new Board(fields.text("bank").orElse(null), rates, Freshness.read(fields));
	}

	/**
	 * What the bank gives and takes for one unit of a currency, in đồng.
	 *
	 * @param currency its code
	 * @param name its name
	 * @param cashBuy buying cash, absent when not quoted
	 * @param transfer buying by transfer, absent when not quoted
	 * @param sell selling, absent when not quoted
	 * @param change of the selling rate since the day before, absent when not known
	 */
	record Rate(String currency, @Nullable String name, @Nullable BigDecimal cashBuy, @Nullable BigDecimal transfer,
			@Nullable BigDecimal sell, @Nullable BigDecimal change) {

		private static Optional<Rate> read(Fields fields) {
			return fields.text("currency")
				.map((currency) -> new Rate(currency, fields.text("name").orElse(null),
						fields.number("cashBuy").orElse(null), fields.number("transfer").orElse(null),
						fields.number("sell").orElse(null), fields.object("change").number("sell").orElse(null)));
		}

	}

}
