package vn.bantin.service;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Future;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vn.bantin.local.harness.LocalServers;

/**
 * A topic of one test on a real broker.
 *
 * @param name its name
 */
public record RealTopic(String name) {

	private static final Map<String, Object> BROKERS = Map.of("bootstrap.servers", LocalServers.kafkaBrokers());

	/** Creates a topic with one partition. */
	public static RealTopic create() throws Exception {
		RealTopic topic = new RealTopic("test-" + UUID.randomUUID());
		topic.make();
		return topic;
	}

	/** Creates it. */
	public void make() throws Exception {
		try (Admin admin = Admin.create(BROKERS)) {
			admin.createTopics(List.of(new NewTopic(this.name, 1, (short) 1))).all().get();
		}
	}

	/** Sends texts and returns when they are there. */
	public void send(String... texts) throws Exception {
		List<Future<?>> sent = new ArrayList<>();
		try (Producer<byte[], byte[]> producer = new KafkaProducer<>(BROKERS, new ByteArraySerializer(),
				new ByteArraySerializer())) {
			for (String text : texts) {
				sent.add(producer.send(new ProducerRecord<>(this.name, bytes(text), bytes(text))));
			}
			for (Future<?> each : sent) {
				each.get();
			}
		}
	}

	/** Sends texts in a transaction each. */
	public void sendInTransactions(String... texts) {
		try (Producer<byte[], byte[]> producer = transactions()) {
			for (String text : texts) {
				producer.beginTransaction();
				producer.send(new ProducerRecord<>(this.name, bytes(text), bytes(text)));
				producer.commitTransaction();
			}
		}
	}

	/** Sends a text in a transaction that is aborted. */
	public void abort(String text) throws Exception {
		try (Producer<byte[], byte[]> producer = transactions()) {
			producer.beginTransaction();
			producer.send(new ProducerRecord<>(this.name, bytes(text), bytes(text))).get();
			producer.abortTransaction();
		}
	}

	private Producer<byte[], byte[]> transactions() {
		Map<String, Object> settings = Map.of("bootstrap.servers", LocalServers.kafkaBrokers(), "transactional.id",
				this.name);
		Producer<byte[], byte[]> producer = new KafkaProducer<>(settings, new ByteArraySerializer(),
				new ByteArraySerializer());
		producer.initTransactions();
		return producer;
	}

	/** The next offset, as readers of what was committed get it. */
	public Map<TopicPartition, Long> ends() throws Exception {
		TopicPartition partition = new TopicPartition(this.name, 0);
		try (Admin admin = Admin.create(BROKERS)) {
			return Map.of(partition,
					admin
						.listOffsets(Map.of(partition, OffsetSpec.latest()),
								new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
						.partitionResult(partition)
						.get()
						.offset());
		}
	}

	/** Loses everything before an offset. */
	public void deleteBefore(long offset) throws Exception {
		try (Admin admin = Admin.create(BROKERS)) {
			admin.deleteRecords(Map.of(new TopicPartition(this.name, 0), RecordsToDelete.beforeOffset(offset)))
				.all()
				.get();
		}
	}

	/** Everything that was committed to it. */
	public List<ConsumerRecord<byte[], byte[]>> read() {
		List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
		Map<String, Object> settings = Map.of("bootstrap.servers", LocalServers.kafkaBrokers(), "isolation.level",
				"read_committed");
		try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(),
				new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = consumer.partitionsFor(this.name)
				.stream()
				.map((it) -> new TopicPartition(this.name, it.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
			while (partitions.stream().anyMatch((it) -> consumer.position(it) < Objects.requireNonNull(ends.get(it)))) {
				consumer.poll(Duration.ofMillis(100)).forEach(records::add);
			}
		}
		return records;
	}

	/** The values of everything that was committed to it. */
	public List<String> values() {
		return read().stream().map((it) -> text(it.value())).toList();
	}

	/** The text of bytes. */
	public static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
