package vn.bantin.gateway.site.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The producers' own examples must become something to show: what they announce is what
 * they answer.
 */
class ServicesContractTests {

	@ParameterizedTest
	@MethodSource
	void readsEveryArticleThatCanBeRead(Path example) {
		JsonNode article = value(example).path("article");
		Story story = Story.read(new Fields(article)).orElseThrow();
		assertThat(story.title()).isEqualTo(article.path("title").asString());
		assertThat(story.section()).isNotNull();
		assertThat(story.published()).isNotNull();
		assertThat(story.authors()).hasSize(article.path("authors").size());
		assertThat(story.tags()).hasSize(article.path("tags").size());
		assertThat(story.body().blocks()).hasSize(article.at("/body/content").size());
		assertThat(story.leadPicture() == null).isEqualTo(article.path("leadPicture").isMissingNode());
	}

	@ParameterizedTest
	@MethodSource
	void readsEveryTally(Path example) {
		JsonNode tally = value(example).path("tally");
		assertThat(Tally.read(new Fields(tally)).orElseThrow().sum()).isEqualTo(tally.path("sum").longValue());
	}

	@ParameterizedTest
	@MethodSource
	void readsEveryForecast(Path example) {
		Forecast forecast = Forecast.read(new Fields(value(example).path("forecast")));
		assertThat(forecast.place()).isNotNull();
		assertThat(forecast.now()).isNotNull();
		assertThat(forecast.days()).isNotEmpty();
		assertThat(forecast.freshness().source()).isNotBlank();
		assertThat(forecast.freshness().since()).isPresent();
	}

	@ParameterizedTest
	@MethodSource
	void readsEveryBoard(Path example) {
		JsonNode board = value(example).path("board");
		Board read = Board.read(new Fields(board));
		assertThat(read.rates()).hasSize(board.path("rates").size()).isNotEmpty();
		assertThat(read.rates()).anySatisfy((rate) -> assertThat(rate.sell()).isNotNull());
		assertThat(read.freshness().since()).isPresent();
	}

	static List<Path> readsEveryArticleThatCanBeRead() {
		return Stream.of("article.published", "article.updated", "article.corrected")
			.flatMap((type) -> examples("article-service", type).stream())
			.toList();
	}

	static List<Path> readsEveryTally() {
		return examples("rating-service", "tally.changed");
	}

	static List<Path> readsEveryForecast() {
		return examples("widget-service", "forecast.observed");
	}

	static List<Path> readsEveryBoard() {
		return examples("widget-service", "exchange-rates.observed");
	}

	private static List<Path> examples(String service, String type) {
		Path folder = Path.of(System.getProperty("bantin.root"), service, "contracts", "examples");
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> file.getFileName().toString().startsWith(type)).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static JsonNode value(Path example) {
		return JsonMapper.shared().readTree(example.toFile()).path("value");
	}

}
