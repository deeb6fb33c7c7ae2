package vn.bantin.drills.fault;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import vn.bantin.drills.topic.TopicReader;

/**
 * Writes into topics what nobody should. Each such record is marked as planted, so that
 * the judge does not blame the services for it.
 */
public final class Records implements AutoCloseable {

	/** The header of a record that a drill wrote. */
	public static final String PLANTED = "drill";

	private static final byte[] YES = "planted".getBytes(StandardCharsets.UTF_8);

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final String brokers;

	private final KafkaProducer<byte[], byte[]> producer;

	/**
	 * Writes to a broker.
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
	 * Writes a record and waits for the acknowledgement.
	 * @param record to be marked as planted
	 * @return whether the broker accepted it within 30 s
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
	 * Writes a copy of a record: same key, time, headers and value.
	 * @param record that is in the topic already
	 * @return whether the broker accepted it within 30 s
	 */
	public boolean repeat(ConsumerRecord<byte[], byte[]> record) {
		ProducerRecord<byte[], byte[]> again = new ProducerRecord<>(record.topic(), null, record.timestamp(),
				record.key(), record.value());
		record.headers().forEach((header) -> again.headers().add(header));
		return plant(again);
	}

	/**
	 * All committed records of a topic.
	 * @param topic its name
	 * @return in order within each partition
	 * @throws IllegalStateException if its end cannot be reached within 30 s
	 */
	public List<ConsumerRecord<byte[], byte[]>> in(String topic) {
		try (TopicReader reader = new TopicReader(this.brokers, topic::equals)) {
			return reader.read();
		}
	}

	/**
	 * Whether a drill wrote a record.
	 * @param record to look at
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
