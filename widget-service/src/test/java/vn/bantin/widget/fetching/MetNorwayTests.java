package vn.bantin.widget.fetching;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.widget.weather.Forecast;
import vn.bantin.widget.weather.Place;
import vn.bantin.widget.weather.Places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MetNorwayTests {

	private static final Instant FETCHED = Instant.parse("2020-07-20T11:20:44Z");

	private static final Instant EXPIRES = Instant.parse("2020-07-20T11:52:28Z");

	private final MetNorway norway = new MetNorway(false);

	private final Place hanoi = Places.load().find("ha-noi").orElseThrow();

	@Test
	void readsRecordedAnswer() throws Exception {
		Forecast forecast = this.norway.read(recorded(), this.hanoi, FETCHED, EXPIRES);
		assertThat(forecast.now().at()).isEqualTo("2020-07-20T11:00:00Z");
		assertThat(forecast.now().temperature()).isEqualTo(30);
		assertThat(forecast.now().humidity()).isEqualTo(57);
		assertThat(forecast.now().wind()).isEqualTo(6);
		assertThat(forecast.now().condition()).isEqualTo(new Forecast.Condition("clearsky", "Trời quang"));
		assertThat(forecast.hours()).hasSize(24);
		assertThat(forecast.times().provider()).isEqualTo("2020-07-20T01:30:57Z");
		assertThat(forecast.times().validUntil()).isEqualTo(EXPIRES);
		assertThat(forecast.source().sample()).isFalse();
	}

	@Test
	void countsDaysInVietnamsTime() throws Exception {
		Forecast forecast = this.norway.read(recorded(), this.hanoi, FETCHED, EXPIRES);
		assertThat(forecast.days()).extracting(Forecast.Day::date)
			.startsWith(LocalDate.of(2020, 7, 20), LocalDate.of(2020, 7, 21));
		assertThat(forecast.days()).allSatisfy((day) -> assertThat(day.low()).isLessThanOrEqualTo(day.high()));
	}

	@Test
	void staysTheSameInVietnameseLocale() throws Exception {
		Locale before = Locale.getDefault();
		Locale.setDefault(Locale.of("vi", "VN"));
		try {
			assertThat(MetNorway.uri(URI.create("http://localhost"), this.hanoi))
				.hasToString("http://localhost/weatherapi/locationforecast/2.0/compact?lat=21.0245&lon=105.8412");
			assertThat(this.norway.read(recorded(), this.hanoi, FETCHED, EXPIRES).now().temperature()).isEqualTo(30);
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<html></html>", "{}", "{\"properties\": {\"meta\": {\"updated_at\": \"soon\"}}}",
			"{\"a\": nan}", "[]" })
	void rejectsWhatIsNoForecast(String body) {
		assertThatExceptionOfType(Rejected.class)
			.isThrownBy(() -> this.norway.read(body.getBytes(StandardCharsets.UTF_8), this.hanoi, FETCHED, EXPIRES));
	}

	@Test
	void rejectsTemperaturesThatCannotBe() throws Exception {
		byte[] hot = text().replace("\"air_temperature\":30.4", "\"air_temperature\":304")
			.getBytes(StandardCharsets.UTF_8);
		assertThatExceptionOfType(Rejected.class).isThrownBy(() -> this.norway.read(hot, this.hanoi, FETCHED, EXPIRES))
			.withMessageContaining("304");
	}

	@Test
	void rejectsForecastOfYesterday() {
		assertThatExceptionOfType(Rejected.class)
			.isThrownBy(() -> this.norway.read(recorded(), this.hanoi, FETCHED.plusSeconds(86400 * 30), EXPIRES));
	}

	@Test
	void rejectsForecastOfTheFuture() {
		assertThatExceptionOfType(Rejected.class)
			.isThrownBy(() -> this.norway.read(recorded(), this.hanoi, FETCHED.minusSeconds(86400), EXPIRES))
			.withMessageContaining("future");
	}

	@ParameterizedTest
	@CsvSource({ "24.5, 25", "25.5, 26", "-0.4, 0", "-0.5, -1", "0.49, 0" })
	void roundsHalfUpAndNeverToMinusZero(double degrees, int whole) {
		assertThat(Step.whole(degrees)).isEqualTo(whole);
	}

	@ParameterizedTest
	@CsvSource({ "rain, Mưa vừa", "lightrainshowers_day, Mưa rào nhẹ", "heavyrainshowersandthunder_night, Dông",
			"lightssnowshowersandthunder_day, Dông", "rainandthunder, Dông" })
	void saysSkyInVietnamese(String symbol, String words) {
		assertThat(Sky.of(symbol).text()).isEqualTo(words);
	}

	@Test
	void saysNothingOfUnknownSky() {
		assertThat(Sky.of("raining_cats")).isEqualTo(new Forecast.Condition("unknown", ""));
	}

	@Test
	void knowsAllProvinces() {
		assertThat(Places.load().all()).hasSize(34).first().extracting(Place::slug).isEqualTo("ha-noi");
		assertThat(Places.load().all()).extracting(Place::slug).doesNotHaveDuplicates();
	}

	private static String text() throws IOException {
		return new String(recorded(), StandardCharsets.UTF_8);
	}

	private static byte[] recorded() throws IOException {
		try (InputStream in = Objects.requireNonNull(MetNorwayTests.class
			.getResourceAsStream("/samples/metno-locationforecast-compact-beijing-2020-07-20.json"))) {
			return in.readAllBytes();
		}
	}

}
