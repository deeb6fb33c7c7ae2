package vn.bantin.widget.fetching;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;
import vn.bantin.widget.exchangerates.Board;
import vn.bantin.widget.exchangerates.Board.Rate;

/**
 * Checks whether a board is plausible. Well-formed numbers can still be for another base
 * currency, inverted, or off by a factor of a hundred.
 */
final class BoardChecks {

	/** No currency moves more between two boards; one that does needs a person's eye. */
	private static final BigDecimal MAX_CHANGE = new BigDecimal("0.20");

	private BoardChecks() {
	}

	/**
	 * Checks a board.
	 * @param board as it was read
	 * @param last the last plausible one, null when there is none
	 * @throws Rejected if the board is not plausible
	 */
	static void check(Board board, @Nullable Board last) throws Rejected {
		if (board.find("USD").map(Rate::sell).isEmpty()) {
			throw new Rejected("no selling rate of USD");
		}
		for (Rate rate : board.rates()) {
			checkSpread(rate.currency(), rate.cashBuy(), rate.sell());
			checkSpread(rate.currency(), rate.transfer(), rate.sell());
			Rate before = (last != null) ? last.find(rate.currency()).orElse(null) : null;
			if (before != null) {
				checkChange(rate.currency(), before.sell(), rate.sell());
				checkChange(rate.currency(), before.transfer(), rate.transfer());
			}
		}
	}

	private static void checkSpread(String currency, @Nullable BigDecimal buy, @Nullable BigDecimal sell)
			throws Rejected {
		if (buy != null && sell != null && buy.compareTo(sell) >= 0) {
			throw new Rejected("%s is bought at %s and sold at %s".formatted(currency, buy, sell));
		}
	}

	private static void checkChange(String currency, @Nullable BigDecimal before, @Nullable BigDecimal now)
			throws Rejected {
		if (before == null || now == null) {
			return;
		}
		BigDecimal share = now.subtract(before).abs().divide(before, 4, RoundingMode.HALF_UP);
		if (share.compareTo(MAX_CHANGE) > 0) {
			throw new Rejected("%s went from %s to %s".formatted(currency, before, now));
		}
	}

}
