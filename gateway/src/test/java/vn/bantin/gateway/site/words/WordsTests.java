package vn.bantin.gateway.site.words;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.ResourceBundle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTests {

	private static final Instant NOW = Instant.parse("2026-11-23T14:43:00Z");

	private final Words vietnamese = Words.in("vi", Clock.fixed(NOW, ZoneOffset.UTC));

	private final Words english = Words.in("en", Clock.fixed(NOW, ZoneOffset.UTC));

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			26345.00   | 26.345,00
			26345      | 26.345,00
			162.445    | 162,45
			0.5        | 0,50
			1234567.89 | 1.234.567,89
			0          | 0,00""")
	void writesMoneyAsVietnameseDo(BigDecimal amount, String written) {
		assertThat(this.vietnamese.money(amount)).isEqualTo(written);
	}

	@Test
	void writesADashForMoneyThatIsNotQuoted() {
		assertThat(this.vietnamese.money(null)).isEqualTo("–");
		assertThat(this.vietnamese.change(null)).isEqualTo("–");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			15     | +15,00
			-12.40 | −12,40
			0.00   | 0,00""")
	void writesTheSignOfAChange(BigDecimal change, String written) {
		assertThat(this.vietnamese.change(change)).isEqualTo(written);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			4.50 | 4,5
			4.00 | 4
			3.67 | 3,67""")
	void writesAMeanWithoutNeedlessZeros(BigDecimal mean, String written) {
		assertThat(this.vietnamese.mean(mean)).isEqualTo(written);
	}

	@ParameterizedTest
	@CsvSource({ "-0.4, 0", "-0.6, −1", "27.5, 28", "0, 0" })
	void roundsTemperaturesAndHasNoMinusZero(BigDecimal degrees, String written) {
		assertThat(this.vietnamese.whole(degrees)).isEqualTo(written);
	}

	@Test
	void saysTheSentenceOfTheRatingExactly() {
		assertThat(this.vietnamese.text("rating.sentence", 9L, 2L))
			.isEqualTo("Tổng số điểm của bài viết là: 9 trong 2 đánh giá");
		assertThat(this.vietnamese.text("rating.sentence", 12345L, 4000L))
			.isEqualTo("Tổng số điểm của bài viết là: 12345 trong 4000 đánh giá");
	}

	@Test
	void tellsTimesOfHanoi() {
		assertThat(this.vietnamese.moment(Instant.parse("2026-11-23T17:05:00Z")))
			.isEqualTo("Thứ Ba, 24/11/2026, 00:05");
		assertThat(this.vietnamese.today()).isEqualTo("Thứ Hai, 23/11/2026");
		assertThat(this.english.today()).isEqualTo("Monday, 23/11/2026");
		assertThat(this.vietnamese.hour(NOW)).isEqualTo("21:43");
	}

	@Test
	void namesTheDayThatIsToday() {
		assertThat(this.vietnamese.day(LocalDate.of(2026, 11, 23))).isEqualTo("Hôm nay");
		assertThat(this.vietnamese.day(LocalDate.of(2026, 11, 29))).isEqualTo("Chủ nhật 29/11");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			-30     | vừa xong         | just now
			59      | vừa xong         | just now
			60      | 1 phút trước     | 1 minute ago
			3599    | 59 phút trước    | 59 minutes ago
			3600    | 1 giờ trước      | 1 hour ago
			86399   | 23 giờ trước     | 23 hours ago
			86400   | 1 ngày trước     | 1 day ago
			604799  | 6 ngày trước     | 6 days ago
			604800  | 16/11/2026       | 16/11/2026""")
	void tellsAges(long seconds, String inVietnamese, String inEnglish) {
		Instant then = NOW.minus(Duration.ofSeconds(seconds));
		assertThat(this.vietnamese.age(then)).isEqualTo(inVietnamese);
		assertThat(this.english.age(then)).isEqualTo(inEnglish);
	}

	@Test
	void speaksVietnameseByDefault() {
		assertThat(Words.in("fr", Clock.systemUTC()).language()).isEqualTo("vi");
	}

	@Test
	void hasTheSameTextsInBothLanguages() {
		ResourceBundle.Control plain = ResourceBundle.Control
			.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
		ResourceBundle root = ResourceBundle.getBundle("messages", Locale.ROOT, plain);
		ResourceBundle inEnglish = ResourceBundle.getBundle("messages", Locale.ENGLISH, plain);
		for (String key : root.keySet()) {
			assertThat(inEnglish.getString(key)).as(key).isNotBlank();
			assertThat(places(inEnglish.getString(key))).as(key).isEqualTo(places(root.getString(key)));
		}
		assertThat(root.keySet()).hasSameSizeAs(inEnglish.keySet());
	}

	@Test
	void leavesPlacesOpenForScripts() {
		assertThat(this.vietnamese.pattern("rating.sentence"))
			.isEqualTo("Tổng số điểm của bài viết là: {0} trong {1} đánh giá");
	}

	private static String places(String text) {
		return text.chars()
			.filter((character) -> character >= '0' && character <= '9')
			.sorted()
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

}
