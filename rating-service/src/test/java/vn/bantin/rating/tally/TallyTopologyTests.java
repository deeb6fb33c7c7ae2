package vn.bantin.rating.tally;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;

import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class TallyTopologyTests {

	private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

	private TopologyTestDriver driver;

	private TestInputTopic<String, String> votes;

	private TestOutputTopic<String, byte[]> tallies;

	@BeforeEach
	void start(@TempDir Path state) {
		Properties settings = new Properties();
		settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
		settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
		settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
		settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
				LogAndContinueExceptionHandler.class);
		settings.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, TallyTopology.DEAD);
		StreamsBuilder builder = new StreamsBuilder();
		new TallyTopology().configureBuilder(builder);
		this.driver = new TopologyTestDriver(builder.build(), settings);
		this.votes = this.driver.createInputTopic(TallyTopology.VOTES, new StringSerializer(), new StringSerializer());
		this.tallies = this.driver.createOutputTopic(TallyTopology.TALLIES, new StringDeserializer(),
				new ByteArrayDeserializer());
	}

	@AfterEach
	void stop() {
		this.driver.close();
	}

	@Test
	void addsVotesOfSeveralReaders() {
		vote("a", 5, 1, 0);
		vote("b", 4, 1, 1);
		JsonNode tally = newest();
		assertThat(tally.path("sum").asInt()).isEqualTo(9);
		assertThat(tally.path("count").asInt()).isEqualTo(2);
		assertThat(tally.path("mean").asDouble()).isEqualTo(4.5);
		assertThat(tally.path("stars").path("5").asInt()).isEqualTo(1);
		assertThat(tally.path("version").asInt()).isEqualTo(2);
	}

	@Test
	void countsChangedVoteOnce() {
		vote("a", 5, 1, 0);
		vote("a", 2, 2, 1);
		JsonNode tally = newest();
		assertThat(tally.path("sum").asInt()).isEqualTo(2);
		assertThat(tally.path("count").asInt()).isEqualTo(1);
		assertThat(tally.path("version").asInt()).isEqualTo(2);
	}

	@Test
	void takesWithdrawnVoteOut() {
		vote("a", 5, 1, 0);
		vote("b", 3, 1, 1);
		vote("a", null, 2, 2);
		JsonNode tally = newest();
		assertThat(tally.path("sum").asInt()).isEqualTo(3);
		assertThat(tally.path("count").asInt()).isEqualTo(1);
		assertThat(tally.path("version").asInt()).isEqualTo(3);
	}

	@Test
	void answersNoMeanWhenEveryVoteIsWithdrawn() {
		vote("a", 5, 1, 0);
		vote("a", null, 2, 1);
		JsonNode tally = newest();
		assertThat(tally.path("count").asInt()).isZero();
		assertThat(tally.path("mean").isNull()).isTrue();
	}

	@Test
	void isExactWhateverComesTwiceOrLate() {
		Random random = new Random(7);
		Map<String, Integer> last = new HashMap<>();
		List<Runnable> sends = new ArrayList<>();
		for (int reader = 0; reader < 50; reader++) {
			String name = "r" + reader;
			for (int version = 1; version <= 4; version++) {
				int stars = 1 + random.nextInt(5);
				int number = version;
				int at = reader + version * 100;
				sends.add(() -> vote(name, stars, number, at));
				if (random.nextInt(5) == 0) {
					sends.add(() -> vote(name, stars, number, at));
				}
				last.put(name, stars);
			}
		}
		Collections.shuffle(sends, random);
		sends.forEach(Runnable::run);
		JsonNode tally = newest();
		assertThat(tally.path("count").asInt()).isEqualTo(50);
		assertThat(tally.path("sum").asInt()).isEqualTo(last.values().stream().mapToInt(Integer::intValue).sum());
		assertThat(tally.path("version").asInt()).isEqualTo(200);
	}

	@Test
	void saysNothingWhenAVoteComesAgain() {
		vote("a", 5, 1, 0);
		vote("b", 4, 1, 7);
		vote("a", 5, 1, 0);
		assertThat(this.tallies.readRecordsToList()).hasSize(2);
	}

	/** As when Kafka has lost the position and all votes are read from the start. */
	@Test
	void countsNothingTwiceWhenTheVotesAreReadAgain() {
		for (int time = 0; time < 2; time++) {
			vote("a", 5, 1, 0);
			vote("b", 4, 1, 1);
			vote("a", 2, 2, 2);
			vote("b", null, 2, 3);
		}
		vote("c", 1, 1, 4);
		assertThat(this.tallies.getQueueSize()).isEqualTo(5);
		JsonNode tally = newest();
		assertThat(tally.path("count").asInt()).isEqualTo(2);
		assertThat(tally.path("sum").asInt()).isEqualTo(3);
		assertThat(tally.path("version").asInt()).isEqualTo(5);
	}

	/** As when a vote reaches the others on its article twice. */
	@Test
	void countsNothingTwiceBehindTheRepartition() {
		TestInputTopic<String, byte[]> again = this.driver.createInputTopic("test-by-article-repartition",
				new StringSerializer(), new ByteArraySerializer());
		byte[] vote = """
				{"key": "article0001/a", "vote": {"article": "article0001", "stars": 5, "version": 1,
				 "at": "2026-11-23T08:00:00Z"}}""".getBytes(StandardCharsets.UTF_8);
		again.pipeInput("article0001", vote);
		again.pipeInput("article0001", vote);
		vote("a", 5, 1, 0);
		assertThat(this.tallies.readRecordsToList()).hasSize(1);
	}

	@Test
	void keepsAsideAVoteWithoutAKey() {
		this.votes.pipeInput(null, """
				{"vote": {"article": "article0001", "stars": 5, "version": 1, "at": "2026-11-23T08:00:00Z"}}""", START);
		vote("a", 5, 1, 0);
		assertThat(this.tallies.readRecordsToList()).hasSize(1);
		TestRecord<byte[], byte[]> dead = this.driver
			.createOutputTopic(TallyTopology.DEAD, new ByteArrayDeserializer(), new ByteArrayDeserializer())
			.readRecord();
		assertThat(new String(dead.value(), StandardCharsets.UTF_8)).contains("article0001");
	}

	@Test
	void passesByWhatIsNoVoteAnyMore() {
		vote("a", 5, 1, 0);
		this.votes.pipeInput("article0001/a", null, START);
		assertThat(this.tallies.readRecordsToList()).hasSize(1);
	}

	@Test
	void namesTheSameEventAgainWhenBuiltAgain() {
		vote("a", 5, 1, 0);
		TestRecord<String, byte[]> event = this.tallies.readRecord();
		String id = new String(event.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
		assertThat(id).isEqualTo(UUID.nameUUIDFromBytes("article0001/1".getBytes(StandardCharsets.UTF_8)).toString());
		assertThat(new String(event.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
			.isEqualTo("vn.bantin.tally.changed.v1");
		assertThat(new String(event.headers().lastHeader("ce_revision").value(), StandardCharsets.UTF_8))
			.isEqualTo("1");
		assertThat(event.key()).isEqualTo("article0001");
	}

	private void vote(String reader, @Nullable Integer stars, int version, int second) {
		this.votes.pipeInput("article0001/" + reader, """
				{"change": "insert", "reason": "cast", "vote": {"article": "article0001", "reader": "%s", "stars": %s,
				 "state": "cast", "version": %d, "articleRevision": 2, "at": "%s"}}""".formatted(reader, stars, version,
				START.plusSeconds(second)), START.plusSeconds(second));
	}

	private JsonNode newest() {
		JsonNode newest = null;
		for (TestRecord<String, byte[]> event : this.tallies.readRecordsToList()) {
			newest = JsonMapper.shared().readTree(event.value()).path("tally");
		}
		return java.util.Objects.requireNonNull(newest);
	}

}
