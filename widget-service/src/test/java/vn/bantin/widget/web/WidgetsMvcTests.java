package vn.bantin.widget.web;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import com.mongodb.MongoTimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.bantin.widget.exchangerates.Board;
import vn.bantin.widget.exchangerates.Board.Rate;
import vn.bantin.widget.history.BoardHistory;
import vn.bantin.widget.latest.LatestValues;
import vn.bantin.widget.provenance.Source;
import vn.bantin.widget.provenance.Times;
import vn.bantin.widget.weather.Forecast;
import vn.bantin.widget.weather.Places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

/** The exact answers, since the gateway reads them. */
@WebMvcTest({ WeatherController.class, ExchangeRatesController.class })
@AutoConfigureMockMvc(addFilters = false)
class WidgetsMvcTests {

	private static final Instant NOW = Instant.parse("2026-09-02T10:40:00Z");

	private static final Times FRESH = new Times(NOW.minusSeconds(60), NOW, NOW.plusSeconds(900));

	private static final Times OLD = new Times(NOW.minusSeconds(60), NOW, NOW);

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private LatestValues latest;

	@MockitoBean
	private BoardHistory history;

	@Test
	void answersForecast() {
		given(this.latest.forecast("ha-noi")).willReturn(Optional.of(forecast()));
		assertThat(get("/weather")).hasStatusOk()
			.hasHeader("Cache-Control", "no-cache")
			.hasBodyTextEqualTo(
					"""
							{"place":{"slug":"ha-noi","name":"Hà Nội","city":"Hà Nội"},\
							"now":{"at":"2026-09-02T10:00:00Z","temperature":30,"feelsLike":33,"humidity":null,"wind":6,"condition":{"code":"clearsky","text":"Trời quang"}},\
							"hours":[{"at":"2026-09-02T11:00:00Z","temperature":29,"condition":{"code":"unknown","text":""},"precipitation":null}],\
							"days":[{"date":"2026-09-02","low":24,"high":31,"condition":{"code":"rain","text":"Mưa vừa"},"precipitation":1.5}],\
							"source":{"name":"MET Norway","url":"https://www.met.no/","sample":true},\
							"times":{"provider":"2026-09-02T10:39:00Z","fetched":"2026-09-02T10:40:00Z","validUntil":"2026-09-02T10:55:00Z"},\
							"state":"fresh"}""");
	}

	@Test
	void answersMissingForecastWithItsPlaceOnly() {
		given(this.latest.forecast("hue")).willReturn(Optional.empty());
		assertThat(get("/weather?place=hue")).hasStatusOk().hasBodyTextEqualTo("""
				{"place":{"slug":"hue","name":"Huế","city":"Huế"},"state":"missing"}""");
	}

	@Test
	void answersPlacesAndWhichAreAvailable() {
		given(this.latest.forecast("ha-noi")).willReturn(Optional.of(forecast()));
		assertThat(body(get("/weather/places"))).startsWith("""
				{"items":[{"slug":"ha-noi","name":"Hà Nội","city":"Hà Nội","available":true,"formerly":[""")
			.contains("""
					"available":false""");
	}

	@Test
	void answersBoardWithChangesSinceTheDayBefore() {
		Board board = board(OLD, rate("USD", null, "26000.10"), rate("EUR", "29000.00", "30000.00"));
		given(this.latest.board()).willReturn(Optional.of(board));
		given(this.history.before(board)).willReturn(Optional.of(board(OLD, rate("USD", "25900.00", "26100.10"))));
		assertThat(get("/exchange-rates")).hasStatusOk()
			.hasHeader("Cache-Control", "no-cache")
			.hasBodyTextEqualTo(
					"""
							{"bank":"Vietcombank",\
							"rates":[{"currency":"USD","name":"USD","cashBuy":null,"transfer":null,"sell":"26000.10","change":{"cashBuy":null,"transfer":null,"sell":"-100.00"}},\
							{"currency":"EUR","name":"EUR","cashBuy":"29000.00","transfer":null,"sell":"30000.00","change":null}],\
							"source":{"name":"Vietcombank","url":"https://www.vietcombank.com.vn/","sample":false},\
							"times":{"provider":"2026-09-02T10:39:00Z","fetched":"2026-09-02T10:40:00Z","validUntil":"2026-09-02T10:40:00Z"},\
							"state":"old"}""");
	}

	@Test
	void answersBoardWithoutChangesWhileTheDatabaseIsAway() {
		Board board = board(FRESH, rate("USD", null, "26000.00"));
		given(this.latest.board()).willReturn(Optional.of(board));
		given(this.history.before(board)).willThrow(new MongoTimeoutException("away"));
		assertThat(get("/exchange-rates")).hasStatusOk().bodyJson().extractingPath("$.rates[0].change").isNull();
	}

	@Test
	void answersMissingBoardWithItsBankOnly() {
		given(this.latest.board()).willReturn(Optional.empty());
		assertThat(get("/exchange-rates")).hasStatusOk().hasBodyTextEqualTo("""
				{"bank":"Vietcombank","state":"missing"}""");
	}

	@Test
	void answersHistoryOfACurrency() {
		given(this.history.since(LocalDate.of(2026, 8, 3)))
			.willReturn(List.of(board(OLD, rate("EUR", null, null)), board(OLD, rate("USD", null, "26000.00"))));
		assertThat(get("/exchange-rates/USD/history")).hasStatusOk()
			.hasHeader("Cache-Control", "no-cache")
			.hasBodyTextEqualTo(
					"""
							{"currency":"USD","items":[{"date":"2026-09-02","cashBuy":null,"transfer":null,"sell":"26000.00"}]}""");
	}

	@Test
	void answersHistoryOfAsManyDaysAsRequested() {
		given(this.history.since(LocalDate.of(2025, 9, 2))).willReturn(List.of(board(OLD, rate("USD", null, null))));
		assertThat(get("/exchange-rates/USD/history?days=365")).bodyJson()
			.extractingPath("$.items")
			.asArray()
			.hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/exchange-rates/USD/history?days=0 | days | 0 | a whole number from 1 to 365
			/exchange-rates/USD/history?days=366 | days | 366 | a whole number from 1 to 365
			/exchange-rates/USD/history?days=week | days | week | a whole number from 1 to 365
			/exchange-rates/USD/history?days=1.5 | days | 1.5 | a whole number from 1 to 365
			/exchange-rates/USD/history?days=99999999999 | days | 99999999999 | a whole number from 1 to 365
			/exchange-rates/usd/history | currency | usd | a code of three capital letters, such as USD
			/exchange-rates/USDT/history | currency | USDT | a code of three capital letters, such as USD
			/exchange-rates/USD/history?day=1 | day | 1 | no such parameter; known are days
			/exchange-rates?days=1 | days | 1 | no parameters here
			/weather?city=hue | city | hue | no such parameter; known are place
			/weather/places?place=hue | place | hue | no parameters here""")
	void explainsWhatIsNotAllowed(String uri, String field, String value, String allowed) {
		assertThat(get(uri)).hasStatus(400)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.bodyJson()
			.isStrictlyEqualTo("""
					{"type": "/problems/invalid-request", "title": "The request is not valid", "status": 400,
					 "detail": "The value %2$s of %1$s is not valid; allowed is %3$s.", "instance": "%4$s",
					 "errors": [{"field": "%1$s", "value": "%2$s", "allowed": "%3$s"}]}""".formatted(field, value,
					allowed, "/api/widgets" + uri.replaceFirst("\\?.*", "")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "atlantis", "" })
	void namesAllPlacesWhenOneIsUnknown(String place) {
		assertThat(get("/weather?place=" + place)).hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[0].allowed")
			.asString()
			.startsWith("one of ha-noi, ");
	}

	private MvcTestResult get(String uri) {
		return this.mvc.get().uri("/api/widgets" + uri).exchange();
	}

	private static String body(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private static Forecast forecast() {
		return new Forecast(new Forecast.Where("ha-noi", "Hà Nội", "Hà Nội"),
				new Forecast.Now(Instant.parse("2026-09-02T10:00:00Z"), 30, 33, null, 6,
						new Forecast.Condition("clearsky", "Trời quang")),
				List.of(new Forecast.Hour(Instant.parse("2026-09-02T11:00:00Z"), 29,
						new Forecast.Condition("unknown", ""), null)),
				List.of(new Forecast.Day(LocalDate.of(2026, 9, 2), 24, 31, new Forecast.Condition("rain", "Mưa vừa"),
						1.5)),
				new Source("MET Norway", "https://www.met.no/", true), FRESH);
	}

	private static Board board(Times times, Rate... rates) {
		return new Board("Vietcombank", List.of(rates),
				new Source("Vietcombank", "https://www.vietcombank.com.vn/", false), times);
	}

	private static Rate rate(String currency, @Nullable String cashBuy, @Nullable String sell) {
		return new Rate(currency, currency, (cashBuy != null) ? new BigDecimal(cashBuy) : null, null,
				(sell != null) ? new BigDecimal(sell) : null);
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Fixtures {

		@Bean
		Clock clock() {
			return Clock.fixed(NOW, ZoneOffset.UTC);
		}

		@Bean
		Places places() {
			return Places.load();
		}

	}

}
