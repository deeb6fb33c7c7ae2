package vn.bantin.service.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.bantin.local.harness.LocalServers;
import vn.bantin.service.RealTopic;
import vn.bantin.service.cloudevent.CloudEvent;
import vn.bantin.service.cloudevent.CloudEvents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** The outbox on a real broker and a real database. */
class RelayIntegrationTests {

	private static final Duration AT_MOST = Duration.ofSeconds(30);

	private final MongoClient client = MongoClients.create(LocalServers.mongodbUri());

	private final MongoDatabase database = this.client.getDatabase("outbox-" + UUID.randomUUID());

	private final MongoCollection<Document> documents = this.database.getCollection("greetings");

	private final RealTopic topic;

	private final Outbox outbox = new MongoOutbox(this.documents);

	private final OutboxSignals signals = new OutboxSignals();

	private final EventLog.Opener log;

	RelayIntegrationTests() throws Exception {
		this.topic = RealTopic.create();
		this.log = KafkaEventLog.opener(
				new OutboxProperties("greetings", this.topic.name(), this.topic.name(), Duration.ofMillis(50)),
				Map.of("bootstrap.servers", LocalServers.kafkaBrokers()), new CloudEvents("hello"));
	}

	@AfterEach
	void close() {
		this.database.drop();
		this.client.close();
	}

	@Test
	void announcesEventsOfADocumentInOrderAndRemovesThem() {
		Relay relay = relay("a");
		relay.start();
		try {
			insert("g1", event("g1", 1));
			for (long revision = 2; revision <= 5; revision++) {
				this.documents.updateOne(Filters.eq("g1"), OutboxDocument.add(event("g1", revision)));
				this.signals.wake("g1");
			}
			await().atMost(AT_MOST).until(() -> this.topic.read().size() == 5);
			assertThat(this.topic.read().stream().map(CloudEvents::read)).extracting(CloudEvent::revision)
				.containsExactly(1L, 2L, 3L, 4L, 5L);
			await().atMost(AT_MOST).until(() -> this.outbox.depth() == 0);
			assertThat(this.documents.find().first()).containsEntry("outbox", List.of()).doesNotContainKey("pending");
		}
		finally {
			relay.stop();
		}
	}

	@Test
	void knowsHowManyWaitAndSinceWhen() {
		assertThat(this.outbox.oldest()).isEqualTo(Optional.empty());
		CloudEvent older = event("g1", 1);
		insert("g1", older);
		insert("g2", event("g2", 1));
		assertThat(this.outbox.depth()).isEqualTo(2);
		assertThat(this.outbox.oldest()).contains(older.time());
	}

	@Test
	void keepsAnEventThatWasAddedWhileOthersWereSent() {
		insert("g1", event("g1", 1));
		List<Outbox.Pending> sent = this.outbox.pending(Shards.of("g1"));
		this.documents.updateOne(Filters.eq("g1"), OutboxDocument.add(event("g1", 2)));
		this.outbox.remove(sent);
		assertThat(this.outbox.pending(Shards.of("g1"))).singleElement()
			.satisfies((it) -> assertThat(it.events()).extracting(CloudEvent::revision).containsExactly(2L));
	}

	@Test
	void fencesAnOwnerThatWasReplaced() {
		try (EventLog first = this.log.open(0)) {
			first.append(List.of(event("g1", 1)));
			try (EventLog second = this.log.open(0)) {
				second.append(List.of(event("g1", 2)));
				assertThatExceptionOfType(ApiException.class).isThrownBy(() -> first.append(List.of(event("g1", 1))))
					.isInstanceOfAny(ProducerFencedException.class, InvalidProducerEpochException.class);
			}
		}
		assertThat(this.topic.read().stream().map(CloudEvents::read)).extracting(CloudEvent::revision)
			.containsExactly(1L, 2L);
	}

	@Test
	void givesAShardToOneInstanceUntilItIsReleased() {
		Leases ours = new MongoLeases(this.database, "a", Clock.systemUTC());
		Leases theirs = new MongoLeases(this.database, "b", Clock.systemUTC());
		assertThat(ours.acquire(0)).isTrue();
		assertThat(ours.acquire(0)).isTrue();
		assertThat(theirs.acquire(0)).isFalse();
		assertThat(theirs.acquire(1)).isTrue();
		ours.release(0);
		assertThat(theirs.acquire(0)).isTrue();
	}

	@Test
	void takesOverAShardWhoseLeaseRanOut() {
		Clock later = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(6));
		assertThat(new MongoLeases(this.database, "killed", Clock.systemUTC()).acquire(0)).isTrue();
		assertThat(new MongoLeases(this.database, "b", later).acquire(0)).isTrue();
	}

	private Relay relay(String instance) {
		return new Relay(this.outbox, new MongoLeases(this.database, instance, Clock.systemUTC()), this.log,
				this.signals, Duration.ofMillis(50), new SimpleMeterRegistry());
	}

	private void insert(String key, CloudEvent event) {
		this.documents.insertOne(OutboxDocument.prepare(new Document("_id", key), event));
		this.signals.wake(key);
	}

	private static CloudEvent event(String key, long revision) {
		Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
		return CloudEvent.of("vn.bantin.greeting.sent.v1", key, revision, now, "{}");
	}

}
