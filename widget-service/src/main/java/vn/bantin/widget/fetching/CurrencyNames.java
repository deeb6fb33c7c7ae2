package vn.bantin.widget.fetching;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;

/** Vietnamese names of currencies, since the bank's English ones differ between feeds. */
final class CurrencyNames {

	private static final Locale VIETNAMESE = Locale.of("vi", "VN");

	/** Where the JDK's name is wrong, or newspapers use another one. */
	private static final Map<String, String> CORRECTED = Map.of("AUD", "Đô la Úc", "CHF", "Franc Thụy Sĩ");

	private CurrencyNames() {
	}

	static String of(String currency) {
		String corrected = CORRECTED.get(currency);
		return (corrected != null) ? corrected : Currency.getInstance(currency).getDisplayName(VIETNAMESE);
	}

}
