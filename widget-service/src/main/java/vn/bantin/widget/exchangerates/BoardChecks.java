package vn.bantin.widget.exchangerates;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;
import vn.bantin.widget.provider.Rejected;

/**
 * Whether a board can be true. A board that is read without a fault can still be of
 * another base, inverted, or a hundred times too much.
 */
public final class BoardChecks {

	/**
	 * A currency moves by less within the time that a board bridges; what moves more
	 * waits for a person.
	 */
	private static final BigDecimal MOST_CHANGE = new BigDecimal("0.20");

	private BoardChecks() {
	}

	/**
	 * Checks a board.
	 * @param board as it was read
	 * @param before the last one that was believed, null when there is none
	 * @throws Rejected if it is not to be believed
	 */
	public static void check(Board board, @Nullable Board before) throws Rejected {
		if (board.find("USD").map(Rate::sell).isEmpty()) {
			throw new Rejected("no selling rate of USD");
		}
		for (Rate rate : board.rates()) {
			order(rate.currency(), rate.cashBuy(), rate.sell());
			order(rate.currency(), rate.transfer(), rate.sell());
			Rate last = (before != null) ? before.find(rate.currency()).orElse(null) : null;
			if (last != null) {
				change(rate.currency(), last.sell(), rate.sell());
				change(rate.currency(), last.transfer(), rate.transfer());
			}
		}
	}

	private static void order(String currency, @Nullable BigDecimal buy, @Nullable BigDecimal sell) throws Rejected {
		if (buy != null && sell != null && buy.compareTo(sell) >= 0) {
			throw new Rejected("%s is bought at %s and sold at %s".formatted(currency, buy, sell));
		}
	}

	private static void change(String currency, @Nullable BigDecimal before, @Nullable BigDecimal now) throws Rejected {
		if (before == null || now == null) {
			return;
		}
		BigDecimal share = now.subtract(before).abs().divide(before, 4, RoundingMode.HALF_UP);
		if (share.compareTo(MOST_CHANGE) > 0) {
			throw new Rejected("%s went from %s to %s".formatted(currency, before, now));
		}
	}

}
