package vn.bantin.rating;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.bantin.local.harness.LocalServers;
import vn.bantin.rating.casting.Casting;
import vn.bantin.rating.ratable.RatableArticles;
import vn.bantin.rating.reading.ArticleTally;
import vn.bantin.rating.reading.Tallies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The service on a real broker and a real database. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RatingIntegrationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	/**
	 * Not a @TempDir: that would be deleted while the context, which ends with the JVM,
	 * still writes there.
	 */
	private static final Path DATA = Path.of("target", "data-" + UUID.randomUUID());

	@Autowired
	Casting casting;

	@Autowired
	RatableArticles articles;

	@Autowired
	Tallies tallies;

	@Autowired
	KafkaOperations<byte[], byte[]> kafka;

	@DynamicPropertySource
	static void servers(DynamicPropertyRegistry settings) {
		settings.add("KAFKA_BROKERS", LocalServers::kafkaBrokers);
		settings.add("MONGODB_URI", LocalServers::mongodbUri);
		settings.add("MONGODB_DATABASE", () -> "rating-" + UUID.randomUUID());
		settings.add("DATA_DIR", DATA::toString);
		settings.add("RATING_SERVICE_MANAGEMENT_PORT", () -> "0");
	}

	/** Its owner is another service, which is not here. */
	@BeforeAll
	static void createArticlesTopic() throws Exception {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", LocalServers.kafkaBrokers()))) {
			if (!admin.listTopics().names().get().contains("articles")) {
				admin.createTopics(List.of(new NewTopic("articles", 12, (short) 1))).all().get();
			}
		}
	}

	@Test
	void countsEveryVoteOnceWhateverReadersDoAtOnce() throws Exception {
		String article = publish();
		Map<String, Integer> last = new HashMap<>();
		try (ExecutorService readers = Executors.newFixedThreadPool(8)) {
			List<Future<?>> all = new ArrayList<>();
			for (int r = 0; r < 100; r++) {
				String reader = "reader-" + r;
				Random random = new Random(r);
				List<Integer> stars = random.ints(5, 1, 6).boxed().toList();
				boolean withdraws = r % 10 == 0;
				if (!withdraws) {
					last.put(reader, stars.getLast());
				}
				all.add(readers.submit(() -> {
					for (int star : stars) {
						this.casting.cast(article, reader, star, Instant.now());
						this.casting.cast(article, reader, star, Instant.now());
					}
					if (withdraws) {
						this.casting.withdraw(article, reader, Instant.now());
					}
				}));
			}
			for (Future<?> reader : all) {
				reader.get();
			}
		}
		int sum = last.values().stream().mapToInt(Integer::intValue).sum();
		await().atMost(PATIENCE).untilAsserted(() -> {
			ArticleTally tally = this.tallies.find(article).orElseThrow();
			assertThat(tally.count()).isEqualTo(90);
			assertThat(tally.sum()).isEqualTo(sum);
		});
		assertThat(recount(article)).isEqualTo(sum);
	}

	@Test
	void buriesPoisonWithReasonAndGoesOn() throws Exception {
		createArticlesTopic();
		this.kafka.send("articles", bytes("poison"), bytes("no json")).get();
		String article = publish();
		assertThat(this.casting.cast(article, "r", 5, Instant.now()).changed()).isTrue();
		await().atMost(PATIENCE)
			.until(() -> read("articles.rating-service.dead").stream()
				.anyMatch((letter) -> "poison".equals(letter.key())));
	}

	@Test
	void buriesEveryPoisonOfABatchAndTakesInTheRest() throws Exception {
		createArticlesTopic();
		List<String> published = new ArrayList<>();
		List<String> poison = new ArrayList<>();
		for (int i = 0; i < 60; i++) {
			if (i % 7 == 3) {
				poison.add("bad-" + i);
				this.kafka.send("articles", 0, bytes("bad-" + i), (i % 2 == 0) ? null : bytes("[" + i)).get();
			}
			else {
				String id = UUID.randomUUID().toString().replace("-", "").substring(0, 10);
				published.add(id);
				this.kafka.send("articles", 0, bytes(id), published(id)).get();
			}
		}
		await().atMost(PATIENCE).until(() -> published.stream().allMatch((id) -> this.articles.find(id).isPresent()));
		await().atMost(PATIENCE)
			.untilAsserted(
					() -> assertThat(read("articles.rating-service.dead").stream().map(ConsumerRecord::key).toList())
						.containsAll(poison)
						.doesNotContainAnyElementsOf(published));
	}

	/** Which it does when it hangs for longer than a session. */
	@Test
	void putsNothingAsideWhenKafkaForgetsWhoReads() throws Exception {
		createArticlesTopic();
		List<String> published = new ArrayList<>(List.of(publish()));
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", LocalServers.kafkaBrokers()))) {
			for (int i = 0; i < 5; i++) {
				admin
					.removeMembersFromConsumerGroup("rating-service.ratable",
							new RemoveMembersFromConsumerGroupOptions())
					.all()
					.get();
				published.add(publish());
			}
		}
		// By now it reads again, so what was to be put aside was.
		published.add(publish());
		assertThat(read("articles.rating-service.dead")).extracting(ConsumerRecord::key)
			.doesNotContainAnyElementsOf(published);
	}

	@Test
	void isKnownToItsGroupsByName() throws Exception {
		List<String> groups = List.of("rating-service.ratable", "rating-service.reading", "rating-service.tally.2");
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", LocalServers.kafkaBrokers()))) {
			await().atMost(PATIENCE)
				.ignoreException(ExecutionException.class)
				.untilAsserted(() -> assertThat(admin.describeConsumerGroups(groups).all().get().values())
					.allSatisfy((group) -> assertThat(group.members()).isNotEmpty()
						.allSatisfy((member) -> assertThat(member.groupInstanceId()).isPresent())));
		}
	}

	/** Headers as Spring gives them to its own records, and cannot read here. */
	@Test
	void takesInAnEventWhateverHeadersItHas() throws Exception {
		createArticlesTopic();
		String id = UUID.randomUUID().toString().replace("-", "").substring(0, 10);
		ProducerRecord<byte[], byte[]> event = new ProducerRecord<>("articles", bytes(id), published(id));
		event.headers().add("kafka_deliveryAttempt", bytes("x")).add("spring_json_header_types", bytes("{"));
		this.kafka.send(event).get();
		await().atMost(PATIENCE).until(() -> this.articles.find(id).isPresent());
	}

	private byte[] published(String id) throws IOException {
		Path example = Path.of(System.getProperty("bantin.root", ".."))
			.resolve("article-service/contracts/examples/article.published.v1.full.json");
		ObjectNode data = (ObjectNode) JsonMapper.shared().readTree(Files.readString(example)).path("value");
		((ObjectNode) data.path("article")).put("id", id);
		return JsonMapper.shared().writeValueAsBytes(data);
	}

	private String publish() throws Exception {
		String id = UUID.randomUUID().toString().replace("-", "").substring(0, 10);
		this.kafka.send("articles", bytes(id), published(id)).get();
		await().atMost(PATIENCE).until(() -> this.articles.find(id).isPresent());
		return id;
	}

	/** Out of the ledger, without any code of ours. */
	private static int recount(String article) {
		Map<String, JsonNode> newest = new HashMap<>();
		for (ConsumerRecord<String, byte[]> event : read("votes")) {
			JsonNode vote = JsonMapper.shared().readTree(event.value()).path("vote");
			if (vote.path("article").asString().equals(article)) {
				newest.put(event.key(), vote);
			}
		}
		return newest.values().stream().mapToInt((vote) -> vote.path("stars").asInt(0)).sum();
	}

	private static List<ConsumerRecord<String, byte[]>> read(String topic) {
		List<ConsumerRecord<String, byte[]>> events = new ArrayList<>();
		try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
				Map.of("bootstrap.servers", LocalServers.kafkaBrokers(), "isolation.level", "read_committed"),
				new StringDeserializer(), new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = consumer.partitionsFor(topic)
				.stream()
				.map((it) -> new TopicPartition(topic, it.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
			while (partitions.stream().anyMatch((it) -> consumer.position(it) < Objects.requireNonNull(ends.get(it)))) {
				consumer.poll(Duration.ofMillis(100)).forEach(events::add);
			}
		}
		return events;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
