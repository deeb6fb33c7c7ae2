package vn.bantin.widget.fetching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Reads numbers as the bank writes them, and rejects everything else. */
final class Quotes {

	/**
	 * Commas group thousands only and a dot starts the decimals, so that 1,1476 is never
	 * read as 11476.
	 */
	private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(,\\d{3})*(\\.\\d{1,4})?|\\d+(\\.\\d{1,4})?");

	private Quotes() {
	}

	/** Null for what is not quoted: a dash, an empty text, or the old format's zero. */
	static @Nullable BigDecimal read(String text) throws Rejected {
		String quote = text.strip();
		if (quote.isEmpty() || quote.equals("-")) {
			return null;
		}
		if (!NUMBER.matcher(quote).matches()) {
			throw new Rejected("'" + quote + "' instead of a number");
		}
		BigDecimal value = new BigDecimal(quote.replace(",", "")).setScale(2, RoundingMode.HALF_UP);
		return (value.signum() == 0) ? null : value;
	}

}
