package vn.bantin.widget.latest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/** What is read back is what {@code contracts/} says. */
class LatestValuesTests {

	private static final Path EXAMPLES = Path.of(System.getProperty("bantin.root", ".."), "widget-service", "contracts",
			"examples");

	private final LatestValues latest = new LatestValues(JsonMapper.shared());

	@Test
	void readsEveryExampleOfAForecast() throws IOException {
		for (String example : new String[] { "forecast.observed.v1.full.json", "forecast.observed.v1.sample.json" }) {
			JsonNode data = example(example);
			apply("forecasts", data);
			assertThat(this.latest.forecast(data.path("forecast").path("place").path("slug").asString()))
				.hasValueSatisfying((it) -> assertThat(it.times().fetched())
					.isEqualTo(data.path("forecast").path("times").path("fetched").asString()));
		}
	}

	@Test
	void keepsTheBoardThatWasFetchedLast() throws IOException {
		JsonNode newer = example("exchange-rates.observed.v1.full.json");
		apply("exchange-rates", newer);
		ObjectNode older = (ObjectNode) newer.deepCopy();
		((ObjectNode) older.path("board").path("times")).put("fetched", "2020-01-01T00:00:00Z");
		apply("exchange-rates", older);
		assertThat(this.latest.board()).hasValueSatisfying((it) -> assertThat(it.times().fetched())
			.isEqualTo(newer.path("board").path("times").path("fetched").asString()));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			forecasts | {"forecast": {"place": {"slug": "ha-noi"}}}
			forecasts | {"forecast": 7, "board": 7}
			forecasts | {"change": "x", "v9": [1]}
			exchange-rates | {"forecast": {"place": {"slug": "ha-noi"}}}
			exchange-rates | {"board": {"bank": "Vietcombank"}}
			exchange-rates | {"board": 7}""")
	void refusesWhatIsNoValueAndKeepsWhatItKnows(String topic, String data) throws IOException {
		apply("exchange-rates", example("exchange-rates.observed.v1.full.json"));
		assertThatException().isThrownBy(() -> apply(topic, JsonMapper.shared().readTree(data)));
		assertThat(this.latest.forecast("ha-noi")).isEmpty();
		assertThat(this.latest.board()).isPresent();
	}

	private void apply(String topic, JsonNode data) {
		this.latest.apply(new ConsumerRecord<>(topic, 0, 0, "key".getBytes(StandardCharsets.UTF_8),
				JsonMapper.shared().writeValueAsBytes(data)));
	}

	private static JsonNode example(String name) throws IOException {
		return JsonMapper.shared().readTree(Files.readString(EXAMPLES.resolve(name))).path("value");
	}

}
