package vn.bantin.widget.exchangerates;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;

/**
 * Currencies in Vietnamese. The bank's feeds have English names that differ between them.
 */
final class Names {

	private static final Locale VIETNAMESE = Locale.of("vi", "VN");

	/** Where newspapers say it otherwise than the JDK's data, or that has a slip. */
	private static final Map<String, String> OURS = Map.of("AUD", "Đô la Úc", "CHF", "Franc Thụy Sĩ");

	private Names() {
	}

	static String of(String currency) {
		String ours = OURS.get(currency);
		return (ours != null) ? ours : Currency.getInstance(currency).getDisplayName(VIETNAMESE);
	}

}
