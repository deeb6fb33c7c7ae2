package vn.bantin.widget.exchangerates;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import vn.bantin.widget.provider.Rejected;

/** Reads numbers as the bank writes them, and nothing else as a number. */
final class Quotes {

	/**
	 * Commas only between groups of three, a dot before decimals: 1,1476 is no number
	 * here, and never 11476.
	 */
	private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(,\\d{3})*(\\.\\d{1,4})?|\\d+(\\.\\d{1,4})?");

	private Quotes() {
	}

	/** Null for what is not quoted: a dash, nothing, or the old format's zero. */
	static @Nullable BigDecimal read(String text) throws Rejected {
		String quote = text.strip();
		if (quote.isEmpty() || quote.equals("-")) {
			return null;
		}
		if (!NUMBER.matcher(quote).matches()) {
			throw new Rejected("'" + quote + "' where a number should be");
		}
		BigDecimal value = new BigDecimal(quote.replace(",", "")).setScale(2, RoundingMode.HALF_UP);
		return (value.signum() == 0) ? null : value;
	}

}
