package vn.bantin.gateway.site.box;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import vn.bantin.gateway.site.answer.ContractExamples;
import vn.bantin.gateway.site.answer.Fields;

import static org.assertj.core.api.Assertions.assertThat;

class BoxContractTests {

	@ParameterizedTest
	@MethodSource
	void readsEveryForecast(JsonNode example) {
		Forecast forecast = Forecast.read(new Fields(example.path("forecast")));
		assertThat(forecast.place()).isNotNull();
		assertThat(forecast.now()).isNotNull();
		assertThat(forecast.days()).isNotEmpty();
		assertThat(forecast.freshness().source()).isNotBlank();
		assertThat(forecast.freshness().since()).isPresent();
	}

	@ParameterizedTest
	@MethodSource
	void readsEveryBoard(JsonNode example) {
		JsonNode board = example.path("board");
		Board read = Board.read(new Fields(board));
		assertThat(read.rates()).hasSize(board.path("rates").size()).isNotEmpty();
		assertThat(read.rates()).anySatisfy((rate) -> assertThat(rate.sell()).isNotNull());
		assertThat(read.freshness().since()).isPresent();
	}

	static List<JsonNode> readsEveryForecast() {
		return ContractExamples.of("widget-service", "forecast.observed");
	}

	static List<JsonNode> readsEveryBoard() {
		return ContractExamples.of("widget-service", "exchange-rates.observed");
	}

}
