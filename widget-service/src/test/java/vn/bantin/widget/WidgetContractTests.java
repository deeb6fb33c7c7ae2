package vn.bantin.widget;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.widget.exchangerates.Board;
import vn.bantin.widget.weather.Forecast;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every example ever given is valid, and what this service reads of it, it writes again
 * the same.
 */
class WidgetContractTests {

	private static final Path CONTRACTS = Path.of(System.getProperty("bantin.root", ".."), "widget-service",
			"contracts");

	private static final JsonMapper json = JsonMapper.shared();

	static Stream<Path> examples() throws IOException {
		return Files.list(CONTRACTS.resolve("examples"));
	}

	@ParameterizedTest
	@MethodSource("examples")
	void readsAndWritesEveryExample(Path example) throws IOException {
		JsonNode event = json.readTree(Files.readString(example));
		String type = event.path("headers").path("ce_type").asString().substring("vn.bantin.".length());
		assertThat(example.getFileName().toString()).startsWith(type + ".");
		assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
			.getSchema(Files.readString(CONTRACTS.resolve(type + ".schema.json")))
			.validate(event.path("value"))).isEmpty();
		JsonNode data = event.path("value");
		if (data.has("forecast")) {
			assertThat((JsonNode) json.valueToTree(json.treeToValue(data.path("forecast"), Forecast.class)))
				.isEqualTo(data.path("forecast"));
		}
		else {
			assertThat((JsonNode) json.valueToTree(json.treeToValue(data.path("board"), Board.class)))
				.isEqualTo(data.path("board"));
		}
	}

}
