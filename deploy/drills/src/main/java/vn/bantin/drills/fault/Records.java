package vn.bantin.drills.fault;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes into topics what nobody should. Each such record is marked, so that the judge
 * does not hold it against the services.
 */
public final class Records implements AutoCloseable {

	/** The header of a record that a drill wrote. */
	public static final String PLANTED = "drill";

	private static final byte[] YES = "planted".getBytes(StandardCharsets.UTF_8);

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final String brokers;

	private final KafkaProducer<byte[], byte[]> producer;

	/**
	 * For the topics of a broker.
	 * @param brokers where it is
	 */
	public Records(String brokers) {
		this.brokers = brokers;
		this.producer = new KafkaProducer<>(
				Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers, ProducerConfig.ACKS_CONFIG, "all",
						// The client must not refuse what the broker is to refuse.
						ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 8 * 1024 * 1024),
				new ByteArraySerializer(), new ByteArraySerializer());
	}

	/**
	 * Writes a record and waits until it is there.
	 * @param record what; it is marked as planted
	 * @return whether the broker took it
	 */
	public boolean plant(ProducerRecord<byte[], byte[]> record) {
		record.headers().add(PLANTED, YES);
		try {
			this.producer.send(record).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
			return true;
		}
		catch (ExecutionException | TimeoutException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/**
	 * Writes a record that is there already once more: same key, time, headers and value.
	 * @param record which
	 * @return whether the broker took it
	 */
	public boolean repeat(ConsumerRecord<byte[], byte[]> record) {
		ProducerRecord<byte[], byte[]> again = new ProducerRecord<>(record.topic(), null, record.timestamp(),
				record.key(), record.value());
		record.headers().forEach((header) -> again.headers().add(header));
		return plant(again);
	}

	/**
	 * Everything that is in a topic now, as far as it is committed.
	 * @param topic its name
	 * @return in order within each partition
	 * @throws IllegalStateException if its end cannot be reached within 30 s
	 */
	public List<ConsumerRecord<byte[], byte[]>> in(String topic) {
		try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
				Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, this.brokers, ConsumerConfig.ISOLATION_LEVEL_CONFIG,
						"read_committed", ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
				new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = consumer.partitionsFor(topic)
				.stream()
				.map((it) -> new TopicPartition(it.topic(), it.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
			List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
			long end = System.nanoTime() + PATIENCE.toNanos();
			while (ends.entrySet().stream().anyMatch((it) -> consumer.position(it.getKey()) < it.getValue())) {
				consumer.poll(Duration.ofMillis(200)).forEach(records::add);
				if (System.nanoTime() > end) {
					throw new IllegalStateException("The end of " + topic + " cannot be reached");
				}
			}
			return records;
		}
	}

	/**
	 * Whether a drill wrote it.
	 * @param record which
	 * @return true for what {@link #plant} and {@link #repeat} wrote
	 */
	public static boolean isPlanted(ConsumerRecord<byte[], byte[]> record) {
		Header mark = record.headers().lastHeader(PLANTED);
		return mark != null;
	}

	@Override
	public void close() {
		this.producer.close(Duration.ofSeconds(5));
	}

}
