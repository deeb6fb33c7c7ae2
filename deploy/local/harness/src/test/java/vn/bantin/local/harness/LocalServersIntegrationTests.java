package vn.bantin.local.harness;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LocalServersIntegrationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@TempDir
	Path folder;

	@Test
	void keepsEveryAcknowledgedWriteWhenTheDatabaseIsKilled() {
		int port = FreePorts.next();
		JavaProcess first = LocalServers.startDatabase(this.folder.resolve("db"), port, this.folder.resolve("1.log"));
		first.awaitPort(port, PATIENCE);
		int acknowledged = 0;
		try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + port)) {
			MongoCollection<Document> things = client.getDatabase("test").getCollection("things");
			while (acknowledged < 500) {
				things.insertOne(new Document("_id", acknowledged++));
			}
			first.kill();
		}
		JavaProcess second = LocalServers.startDatabase(this.folder.resolve("db"), port, this.folder.resolve("2.log"));
		try (second; MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + port)) {
			second.awaitPort(port, PATIENCE);
			assertThat(client.getDatabase("test").getCollection("things").countDocuments()).isEqualTo(acknowledged);
		}
	}

	@Test
	void doesWhatTheServicesAskOfTheDatabase() {
		try (MongoClient client = MongoClients.create(LocalServers.mongodbUri())) {
			assertThat(client.getDatabase("admin").runCommand(new Document("hello", 1)).getBoolean("isWritablePrimary"))
				.isTrue();
			MongoCollection<Document> things = client.getDatabase("harness-" + System.nanoTime())
				.getCollection("things");
			things.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true).sparse(true));
			things.insertOne(new Document("_id", 1).append("key", "a").append("revision", 1));
			assertThatExceptionOfType(MongoWriteException.class)
				.isThrownBy(() -> things.insertOne(new Document("_id", 2).append("key", "a")));
			var raised = Updates.combine(Updates.set("revision", 2), Updates.push("outbox", new Document("id", "e1")));
			var unchanged = Filters.and(Filters.eq(1), Filters.eq("revision", 1));
			assertThat(things.updateOne(unchanged, raised).getMatchedCount()).isEqualTo(1);
			assertThat(things.updateOne(unchanged, raised).getMatchedCount()).isZero();
			things.updateOne(Filters.eq(1),
					Updates.pull("outbox", new Document("id", new Document("$in", List.of("e1")))));
			assertThat(things.countDocuments(Filters.size("outbox", 0))).isEqualTo(1);
		}
	}

	@Test
	void keepsEveryAcknowledgedRecordWhenTheBrokerIsKilled() throws Exception {
		int port = FreePorts.next();
		int controller = FreePorts.next();
		String brokers = "127.0.0.1:" + port;
		JavaProcess first = LocalServers.startBroker(this.folder.resolve("kafka"), port, controller,
				this.folder.resolve("1.log"));
		first.awaitPort(port, PATIENCE);
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
			admin.createTopics(List.of(new NewTopic("facts", 1, (short) 1))).all().get();
		}
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", brokers, "acks", "all"), new StringSerializer(), new StringSerializer())) {
			List<Future<?>> sent = new ArrayList<>();
			for (int i = 0; i < 1000; i++) {
				sent.add(producer.send(new ProducerRecord<>("facts", "k", "v" + i)));
			}
			for (Future<?> each : sent) {
				each.get();
			}
			first.kill();
		}
		JavaProcess second = LocalServers.startBroker(this.folder.resolve("kafka"), port, controller,
				this.folder.resolve("2.log"));
		try (second;
				KafkaConsumer<String, String> consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", brokers),
						new StringDeserializer(), new StringDeserializer())) {
			second.awaitPort(port, PATIENCE);
			TopicPartition partition = new TopicPartition("facts", 0);
			assertThat(consumer.endOffsets(List.of(partition)).get(partition)).isEqualTo(1000);
		}
	}

	@Test
	void saysLastWordsOfProcessThatDies() {
		JavaProcess broken = JavaProcess.start("database", Repository.jar("deploy/local/database"), JavaProcess.SMALL,
				List.of("only-one-argument"), Map.of(), this.folder.resolve("log"));
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> broken.awaitPort(FreePorts.next(), PATIENCE))
			.withMessageContaining("needs: data folder, port");
	}

}
