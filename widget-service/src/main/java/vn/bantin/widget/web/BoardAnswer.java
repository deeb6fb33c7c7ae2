package vn.bantin.widget.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import vn.bantin.widget.exchangerates.Board;
import vn.bantin.widget.exchangerates.Board.Rate;
import vn.bantin.widget.provenance.Source;
import vn.bantin.widget.provenance.Times;

/**
 * The board with changes and its state; without a board, the bank and its state only.
 *
 * @param bank its name
 * @param rates sorted by currency
 * @param source the provider
 * @param times of the whole board
 * @param state whether it is still valid
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BoardAnswer(String bank, @Nullable List<Row> rates, @Nullable Source source, @Nullable Times times,
		State state) {

	static BoardAnswer of(Board board, @Nullable Board before, Instant now) {
		List<Row> rows = board.rates()
			.stream()
			.map((rate) -> Row.of(rate, (before != null) ? before.find(rate.currency()).orElse(null) : null))
			.toList();
		return new BoardAnswer(board.bank(), rows, board.source(), board.times(), State.of(board.times(), now));
	}

	static BoardAnswer missing() {
		return new BoardAnswer("Vietcombank", null, null, null, State.MISSING);
	}

	/**
	 * A rate, with its change since an earlier day if the currency was quoted then.
	 *
	 * @param rate the rate
	 * @param change in đồng since then
	 */
	record Row(@JsonUnwrapped Rate rate, @Nullable Prices change) {

		static Row of(Rate rate, @Nullable Rate before) {
			return new Row(rate, (before != null) ? Prices.change(before, rate) : null);
		}

	}

	/**
	 * Amounts in đồng, null where the bank does not quote.
	 *
	 * @param cashBuy what the bank pays for notes
	 * @param transfer what it pays for a transfer
	 * @param sell what it sells at
	 */
	record Prices(@JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal cashBuy,
			@JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal transfer,
			@JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal sell) {

		static Prices of(Rate rate) {
			return new Prices(rate.cashBuy(), rate.transfer(), rate.sell());
		}

		static Prices change(Rate before, Rate now) {
			return new Prices(difference(before.cashBuy(), now.cashBuy()),
					difference(before.transfer(), now.transfer()), difference(before.sell(), now.sell()));
		}

		private static @Nullable BigDecimal difference(@Nullable BigDecimal before, @Nullable BigDecimal now) {
			return (before != null && now != null) ? now.subtract(before) : null;
		}

	}

}
