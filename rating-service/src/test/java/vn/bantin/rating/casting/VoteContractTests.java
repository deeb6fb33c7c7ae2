package vn.bantin.rating.casting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.service.cloudevent.CloudEvent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What this service announces is what {@code contracts/} says, today and in every example
 * ever given.
 */
class VoteContractTests {

	private static final Path CONTRACTS = Path.of(System.getProperty("bantin.root", ".."), "rating-service",
			"contracts");

	private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

	static Stream<Path> examples() throws IOException {
		return Files.list(CONTRACTS.resolve("examples"));
	}

	@ParameterizedTest
	@MethodSource("examples")
	void keepsEveryExampleValid(Path example) throws IOException {
		JsonNode event = JsonMapper.shared().readTree(Files.readString(example));
		String type = event.path("headers").path("ce_type").asString();
		assertThat(example.getFileName().toString()).startsWith(type.substring("vn.bantin.".length()) + ".");
		assertValid(type, event.path("value"));
	}

	@Test
	void announcesEveryFactAsItsSchemaSays() throws IOException {
		Vote cast = Vote.cast("7w118k73yv", "kq0J4m2cT8eVw5rYbN1uXg", 5, 2, NOW, NOW);
		Vote changed = cast.change(3, 2, NOW, NOW);
		Vote withdrawn = changed.withdraw(NOW, NOW);
		Vote again = withdrawn.change(4, 3, NOW, NOW);
		for (CloudEvent event : new CloudEvent[] { Announcer.announce(null, cast), Announcer.announce(cast, changed),
				Announcer.announce(changed, withdrawn), Announcer.announce(withdrawn, again) }) {
			assertValid(event.type(), JsonMapper.shared().readTree(event.data()));
			assertThat(event.key()).isEqualTo("7w118k73yv/kq0J4m2cT8eVw5rYbN1uXg");
		}
	}

	private static void assertValid(String type, JsonNode data) throws IOException {
		String schema = Files.readString(CONTRACTS.resolve(type.substring("vn.bantin.".length()) + ".schema.json"));
		assertThat(
				SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema).validate(data))
			.as(type)
			.isEmpty();
	}

}
