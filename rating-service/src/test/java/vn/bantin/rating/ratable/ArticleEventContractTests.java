package vn.bantin.rating.ratable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Reads the producer's own examples, all that were ever given. */
class ArticleEventContractTests {

	private static final Path EXAMPLES = Path.of(System.getProperty("bantin.root", ".."),
			"article-service/contracts/examples");

	static Stream<Path> examples() throws IOException {
		return Files.list(EXAMPLES);
	}

	@ParameterizedTest
	@MethodSource("examples")
	void readsEveryExample(Path example) throws IOException {
		JsonNode event = JsonMapper.shared().readTree(Files.readString(example));
		RatableArticle article = read(event);
		assertThat(article.id()).isEqualTo(event.path("key").asString());
		assertThat(Long.toString(article.revision())).isEqualTo(event.path("headers").path("ce_revision").asString());
		boolean open = event.path("value").path("article").path("openForRating").asBoolean(false);
		assertThat(article.open()).isEqualTo(open);
	}

	@Test
	void refusesEventWithoutArticle() {
		assertThatIllegalArgumentException().isThrownBy(() -> read(JsonMapper.shared().readTree("{\"value\": {}}")));
	}

	private static RatableArticle read(JsonNode event) {
		byte[] data = JsonMapper.shared().writeValueAsBytes(event.path("value"));
		return ArticleEventsConsumer.read(data, JsonMapper.shared());
	}

}
