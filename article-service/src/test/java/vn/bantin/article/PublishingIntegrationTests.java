package vn.bantin.article;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.bantin.article.publishing.Article;
import vn.bantin.article.publishing.Drafts;
import vn.bantin.article.publishing.Publishing;
import vn.bantin.article.publishing.Refusal.StaleRevision;
import vn.bantin.article.reading.ArticleSearch;
import vn.bantin.article.reading.PublicArticle.Live;
import vn.bantin.article.reading.PublicArticle.Retracted;
import vn.bantin.local.harness.LocalServers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The service on a real broker and a real database. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PublishingIntegrationTests {

	/**
	 * Not a @TempDir: that would be deleted while the context, which ends with the JVM,
	 * still writes there.
	 */
	private static final Path DATA = Path.of("target", "data-" + UUID.randomUUID());

	@Autowired
	Publishing publishing;

	@Autowired
	ArticleSearch search;

	@Autowired
	MongoDatabase database;

	@Autowired
	KafkaOperations<byte[], byte[]> kafka;

	@DynamicPropertySource
	static void servers(DynamicPropertyRegistry settings) {
		settings.add("KAFKA_BROKERS", LocalServers::kafkaBrokers);
		settings.add("MONGODB_URI", LocalServers::mongodbUri);
		settings.add("MONGODB_DATABASE", () -> "article-" + UUID.randomUUID());
		settings.add("DATA_DIR", DATA::toString);
		settings.add("ARTICLE_SERVICE_MANAGEMENT_PORT", () -> "0");
	}

	@Test
	void showsReadersWhatWasPublishedAndTakesItBack() {
		Article published = publishNew();
		await().until(() -> title(published.id()).equals("Một ngày ở bến sông"));
		this.publishing.retract(published.id(), published.revision(), "Đăng nhầm", "b", null);
		await().until(() -> this.search.find(published.id()).orElseThrow() instanceof Retracted);
	}

	@Test
	void letsOneOfManyEditorsWin() throws Exception {
		Article draft = this.publishing.create(Drafts.content(), "a", null);
		AtomicInteger refused = new AtomicInteger();
		try (ExecutorService editors = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> edits = new ArrayList<>();
			for (int i = 0; i < 20; i++) {
				String name = "Biên tập " + i;
				edits.add(editors.submit(() -> {
					try {
						this.publishing.edit(draft.id(), 1, Drafts.content(), name);
					}
					catch (StaleRevision ex) {
						refused.incrementAndGet();
					}
				}));
			}
			for (Future<?> edit : edits) {
				edit.get();
			}
		}
		assertThat(refused).hasValue(19);
		assertThat(this.publishing.versions(draft.id())).extracting("revision").containsExactly(2L, 1L);
	}

	@Test
	void hasOneEffectHoweverOftenRequestIsRepeated() {
		Article first = this.publishing.create(Drafts.content(), "a", "u/create-1");
		assertThat(this.publishing.create(Drafts.content(), "a", "u/create-1").id()).isEqualTo(first.id());
		Article published = this.publishing.publish(first.id(), 1, null, "b", "u/publish-1");
		assertThat(this.publishing.publish(first.id(), 1, null, "b", "u/publish-1").revision())
			.isEqualTo(published.revision());
		await().until(() -> !events(first.id()).isEmpty());
		assertThat(events(first.id())).hasSize(1);
	}

	@Test
	void sendsTheSameEventAgainWhenRelayDiedBeforeTakingItOut() {
		Article published = publishNew();
		MongoCollection<Document> articles = this.database.getCollection("articles");
		await().until(() -> !events(published.id()).isEmpty() && !pending(articles, published.id()));
		ConsumerRecord<String, byte[]> sent = events(published.id()).getFirst();
		Document left = new Document("id", header(sent, "ce_id")).append("type", header(sent, "ce_type"))
			.append("revision", published.revision())
			.append("time", java.util.Date.from(published.saved()))
			.append("data", new String(sent.value(), StandardCharsets.UTF_8));
		articles.updateOne(Filters.eq(published.id()),
				Updates.combine(Updates.push("outbox", left), Updates.set("pending", true)));

		await().until(() -> events(published.id()).size() == 2);
		assertThat(events(published.id())).extracting((event) -> header(event, "ce_id"))
			.containsOnly(header(sent, "ce_id"));
		assertThat(title(published.id())).isEqualTo("Một ngày ở bến sông");
		await().until(() -> !pending(articles, published.id()));
	}

	@Test
	void buriesPoisonWithReasonAndGoesOn() throws Exception {
		this.kafka
			.send("articles", "poison".getBytes(StandardCharsets.UTF_8), "no json".getBytes(StandardCharsets.UTF_8))
			.get();
		await().until(() -> read("articles.article-service.dead").stream()
			.anyMatch((letter) -> "poison".equals(letter.key())
					&& header(letter, "kafka_dlt-original-topic").equals("articles")
					&& header(letter, "kafka_dlt-exception-fqcn").contains("Exception")));
		Article published = publishNew();
		await().until(() -> title(published.id()).equals("Một ngày ở bến sông"));
	}

	private Article publishNew() {
		Article draft = this.publishing.create(Drafts.content(), "a", null);
		return this.publishing.publish(draft.id(), 1, null, "b", null);
	}

	private String title(String id) {
		return this.search.find(id).map((article) -> (article instanceof Live it) ? it.title() : "").orElse("");
	}

	private static boolean pending(MongoCollection<Document> articles, String id) {
		return articles.countDocuments(Filters.and(Filters.eq(id), Filters.eq("pending", true))) > 0;
	}

	private static List<ConsumerRecord<String, byte[]>> events(String id) {
		return read("articles").stream().filter((event) -> id.equals(event.key())).toList();
	}

	/** The whole topic, as the data team reads it. */
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

	private static String header(ConsumerRecord<?, ?> event, String name) {
		return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
	}

}
