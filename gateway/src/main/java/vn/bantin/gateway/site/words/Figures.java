package vn.bantin.gateway.site.words;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * How numbers are written: {@code 26.345,00} in Vietnamese, {@code 26,345.00} in English.
 */
final class Figures {

	private static final String NOT_QUOTED = "–";

	private static final String MINUS = "−";

	private final DecimalFormatSymbols symbols;

	Figures(Locale locale) {
		this.symbols = DecimalFormatSymbols.getInstance(locale);
	}

	/** An amount of money with two decimals; what is missing is a dash, never a zero. */
	String money(@Nullable BigDecimal amount) {
		return (amount == null) ? NOT_QUOTED : format("#,##0.00", amount);
	}

	/** A difference, with its sign even when it is positive. */
	String change(@Nullable BigDecimal difference) {
		if (difference == null || difference.signum() == 0) {
			return money(difference);
		}
		return ((difference.signum() > 0) ? "+" : MINUS) + money(difference.abs());
	}

	/** A mean of stars, with as many decimals as it needs and at most two. */
	String mean(BigDecimal mean) {
		return format("0.##", mean);
	}

	/** A whole number, such as a temperature; minus nothing is nothing. */
	String whole(BigDecimal number) {
		BigDecimal rounded = number.setScale(0, RoundingMode.HALF_UP);
		return (rounded.signum() < 0) ? MINUS + rounded.abs().toPlainString() : rounded.toPlainString();
	}

	/** Formats are cheap and not safe to share between threads. */
	private String format(String pattern, BigDecimal number) {
		DecimalFormat format = new DecimalFormat(pattern, this.symbols);
		format.setRoundingMode(RoundingMode.HALF_UP);
		return format.format(number);
	}

}
