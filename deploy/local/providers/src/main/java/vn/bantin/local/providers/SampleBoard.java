package vn.bantin.local.providers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A plausible exchange rate board: the bank's twenty currencies, with small daily
 * changes.
 */
final class SampleBoard {

	private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("M/d/yyyy h:mm:ss a", Locale.US);

	private static final List<Quote> QUOTES = List.of(new Quote("AUD", "AUSTRALIAN DOLLAR", 17100, true),
			new Quote("CAD", "CANADIAN DOLLAR", 18650, true), new Quote("CHF", "SWISS FRANC", 32300, true),
			new Quote("CNY", "YUAN RENMINBI", 3650, true), new Quote("DKK", "DANISH KRONE", 4080, false),
			new Quote("EUR", "EURO", 30200, true), new Quote("GBP", "POUND STERLING", 34500, true),
			new Quote("HKD", "HONGKONG DOLLAR", 3330, true), new Quote("INR", "INDIAN RUPEE", 300, false),
			new Quote("JPY", "YEN", 168, true), new Quote("KRW", "KOREAN WON", 18, true),
			new Quote("KWD", "KUWAITI DINAR", 86200, false), new Quote("MYR", "MALAYSIAN RINGGIT", 6300, false),
			new Quote("NOK", "NORWEGIAN KRONER", 2620, false), new Quote("RUB", "RUSSIAN RUBLE", 330, false),
			new Quote("SAR", "SAUDI RIAL", 7010, false), new Quote("SEK", "SWEDISH KRONA", 2780, false),
			new Quote("SGD", "SINGAPORE DOLLAR", 20100, true), new Quote("THB", "THAILAND BAHT", 800, true),
			new Quote("USD", "US DOLLAR", 26150, true));

	private SampleBoard() {
	}

	static String xml(Instant now) {
		ZonedDateTime local = now.atZone(VIETNAM);
		StringBuilder xml = new StringBuilder(3000);
		xml.append("<!--For reference only. Only one request every 5 minutes!-->\n<ExrateList>\n");
		xml.append("  <DateTime>").append(STAMP.format(local)).append("</DateTime>\n");
		QUOTES.forEach((quote) -> xml.append(quote.row(local.toLocalDate().toEpochDay())));
		xml.append("  <Source>Joint Stock Commercial Bank for Foreign Trade of Vietnam - Vietcombank</Source>\n");
		return xml.append("</ExrateList>").toString();
	}

	/**
	 * A currency.
	 *
	 * @param code ISO 4217
	 * @param name the bank's name for it, unpadded
	 * @param middle the rate's long-term mean, in đồng
	 * @param cash whether the bank buys banknotes
	 */
	private record Quote(String code, String name, double middle, boolean cash) {

		String row(long day) {
			double moved = this.middle * (1 + 0.004 * Math.sin(day / 3.0 + this.code.hashCode() % 7));
			return String.format(Locale.ROOT,
					"  <Exrate CurrencyCode=\"%s\" CurrencyName=\"%-20s\" Buy=\"%s\" Transfer=\"%s\" Sell=\"%s\" />%n",
					this.code, this.name, this.cash ? number(moved * 0.985) : "-", number(moved * 0.995),
					number(moved * 1.02));
		}

		private static String number(double value) {
			return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))
				.format(BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP));
		}

	}

}
