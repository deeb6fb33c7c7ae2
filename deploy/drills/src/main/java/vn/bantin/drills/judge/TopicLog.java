package vn.bantin.drills.judge;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import vn.bantin.drills.fault.Records;

/**
 * The topics from their start, read as the data team reads them: a plain consumer,
 * committed records only.
 */
public final class TopicLog implements AutoCloseable {

	/** How the names of dead-letter topics end. */
	private static final String DEAD = ".dead";

	private static final JsonMapper json = JsonMapper.builder().build();

	private final KafkaConsumer<byte[], byte[]> consumer;

	private final List<TopicPartition> partitions;

	private final List<Event> events = new ArrayList<>();

	/**
	 * Nothing is read yet.
	 * @param brokers where Kafka is
	 * @param topics which topics beside the dead-letter topics, of which all are read
	 */
	public TopicLog(String brokers, Set<String> topics) {
		this.consumer = new KafkaConsumer<>(
				Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers, ConsumerConfig.ISOLATION_LEVEL_CONFIG,
						"read_committed", ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
						ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5000),
				new ByteArrayDeserializer(), new ByteArrayDeserializer());
		this.partitions = this.consumer.listTopics()
			.entrySet()
			.stream()
			.filter((it) -> topics.contains(it.getKey()) || isDead(it.getKey()))
			.flatMap((it) -> it.getValue().stream())
			.map((partition) -> new TopicPartition(partition.topic(), partition.partition()))
			.toList();
		this.consumer.assign(this.partitions);
		this.consumer.seekToBeginning(this.partitions);
	}

	static boolean isDead(String topic) {
		return topic.endsWith(DEAD);
	}

	/**
	 * Reads on to the present end.
	 * @return everything since the start, in order within each partition
	 * @throws IllegalStateException if the end cannot be reached within 30 s
	 */
	public List<Event> read() {
		Instant end = Instant.now().plusSeconds(30);
		Map<TopicPartition, Long> ends = this.consumer.endOffsets(this.partitions);
		while (ends.entrySet().stream().anyMatch((it) -> this.consumer.position(it.getKey()) < it.getValue())) {
			this.consumer.poll(Duration.ofMillis(200)).forEach((it) -> this.events.add(event(it)));
			if (Instant.now().isAfter(end)) {
				throw new IllegalStateException("The end of the topics cannot be reached");
			}
		}
		return List.copyOf(this.events);
	}

	/**
	 * How much is known.
	 * @return of how many records {@link #read()} told last
	 */
	public int size() {
		return this.events.size();
	}

	private static Event event(ConsumerRecord<byte[], byte[]> it) {
		String key = (it.key() != null) ? new String(it.key(), StandardCharsets.UTF_8) : "";
		String type = header(it, "ce_type").orElse("none").replace("vn.bantin.", "");
		boolean planted = header(it, Records.PLANTED).isPresent();
		try {
			return new Event(it.topic(), it.partition(), it.offset(), key, type,
					json.readTree((it.value() != null) ? it.value() : new byte[] { '{', '}' }), planted);
		}
		catch (JacksonException ex) {
			return new Event(it.topic(), it.partition(), it.offset(), key, "unreadable", json.createObjectNode(),
					planted);
		}
	}

	private static Optional<String> header(ConsumerRecord<byte[], byte[]> event, String name) {
		return Optional.ofNullable(event.headers().lastHeader(name))
			.map(Header::value)
			.map((value) -> new String(value, StandardCharsets.UTF_8));
	}

	@Override
	public void close() {
		this.consumer.close();
	}

}
