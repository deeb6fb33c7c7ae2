package vn.bantin.rating.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.service.deadletter.EventBatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TallyEventContractTests {

	private static final Path EXAMPLES = Path.of(System.getProperty("bantin.root", ".."),
			"rating-service/contracts/examples");

	@Test
	void readsTally() throws IOException {
		ArticleTally tally = read("tally.changed.v1.full.json");
		assertThat(tally.sum()).isEqualTo(9);
		assertThat(tally.mean()).isEqualTo(4.5);
		assertThat(tally.stars()).containsEntry("5", 1L);
	}

	@Test
	void readsTallyWithoutVotes() throws IOException {
		assertThat(read("tally.changed.v1.empty.json").mean()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "null", "{\"tally\": null}", "{\"tally\": 7}", "{\"tally\": {}}",
			"{\"tally\": {\"article\": \"a1b2c3d4e5\", \"stars\": {}}}",
			"{\"tally\": {\"version\": 3, \"stars\": {}}}" })
	void refusesWhatIsNoTally(String event) {
		byte[] data = event.getBytes(StandardCharsets.UTF_8);
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> TallyEventsConsumer.read(new EventBatch.Event(data, 0, 0), JsonMapper.shared()));
	}

	@Test
	void ranksManyGoodVotesBeforeOneBest() {
		ArticleTally one = new ArticleTally("one", 5, 1, 5.0, Map.of("5", 1L), 1);
		ArticleTally many = new ArticleTally("many", 450, 100, 4.5, Map.of("4", 50L, "5", 50L), 100);
		ArticleTally poor = new ArticleTally("poor", 100, 100, 1.0, Map.of("1", 100L), 100);
		ArticleTally none = ArticleTally.none("none");
		assertThat(TopRated.rank(List.of(poor, one, none, many), 10)).extracting(ArticleTally::article)
			.containsExactly("many", "one", "poor");
		assertThat(TopRated.rank(List.of(poor, one, many), 1)).hasSize(1);
	}

	private static ArticleTally read(String example) throws IOException {
		byte[] data = JsonMapper.shared()
			.writeValueAsBytes(JsonMapper.shared().readTree(Files.readString(EXAMPLES.resolve(example))).path("value"));
		return TallyEventsConsumer.read(new EventBatch.Event(data, 0, 0), JsonMapper.shared()).tally();
	}

}
