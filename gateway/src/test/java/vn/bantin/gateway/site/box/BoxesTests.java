package vn.bantin.gateway.site.box;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.gateway.site.answer.Fields;

import static org.assertj.core.api.Assertions.assertThat;

class BoxesTests {

	@Test
	void readsMoneyFromStringsAndLeavesOutWhatIsNotQuoted() {
		Board board = Board.read(
				fields("""
						{"bank":"V","rates":[{"currency":"USD","cashBuy":"26345.00","transfer":null,"sell":"x","change":{"sell":"-1.5"}}],"state":"fresh"}"""));
		Board.Rate rate = board.rates().getFirst();
		assertThat(rate.cashBuy()).isEqualByComparingTo("26345");
		assertThat(rate.transfer()).isNull();
		assertThat(rate.sell()).isNull();
		assertThat(rate.change()).isEqualByComparingTo("-1.5");
	}

	@Test
	void showsNoValuesThatAreMissing() {
		assertThat(
				Board.read(fields("{\"rates\":[{\"currency\":\"USD\",\"sell\":\"1\"}],\"state\":\"missing\"}")).rates())
			.isEmpty();
		assertThat(Forecast.read(fields("{\"now\":{\"temperature\":0},\"state\":\"missing\"}")).now()).isNull();
	}

	@Test
	void leavesOutDaysThatAreOver() {
		Forecast forecast = Forecast.read(fields(
				"{\"days\":[{\"date\":\"2026-11-22\"},{\"date\":\"2026-11-23\"},{\"date\":\"2026-11-24\"},{\"date\":\"?\"}],\"state\":\"old\"}"));
		assertThat(forecast.daysFrom(LocalDate.of(2026, 11, 23))).extracting(Forecast.Day::date)
			.containsExactly(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 24));
		assertThat(forecast.freshness().old()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "clearsky, SUN", "fair_day, PARTLY", "partlycloudy, PARTLY", "cloudy, CLOUD", "fog, FOG",
			"heavyrainshowers, RAIN", "lightrainandthunder, THUNDER", "sleet, SNOW", "unknown, CLOUD" })
	void drawsTheStrongestThingThatACodeNames(String code, Sky.Icon icon) {
		assertThat(Sky.read(fields("{\"code\":\"" + code + "\"}")).icon()).isEqualTo(icon);
	}

	@Test
	void drawsAChartFromTwoDaysOn() {
		assertThat(Chart.read(fields("{\"currency\":\"USD\",\"items\":[{\"sell\":\"1\"},{\"sell\":null}]}"))).isEmpty();
		Chart chart = Chart
			.read(fields("{\"currency\":\"USD\",\"items\":[{\"sell\":\"10\"},{\"sell\":\"30\"},{\"sell\":\"20\"}]}"))
			.orElseThrow();
		assertThat(chart.points()).isEqualTo("4,56 150,4 296,30");
		assertThat(chart.highest()).isEqualByComparingTo(BigDecimal.valueOf(30));
		Chart flat = Chart.read(fields("{\"currency\":\"USD\",\"items\":[{\"sell\":\"5\"},{\"sell\":\"5\"}]}"))
			.orElseThrow();
		assertThat(flat.points()).isEqualTo("4,30 296,30");
	}

	private static Fields fields(String json) {
		return new Fields(JsonMapper.shared().readTree(json));
	}

}
