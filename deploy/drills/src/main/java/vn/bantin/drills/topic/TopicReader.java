package vn.bantin.drills.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics from their start, committed records only. */
public final class TopicReader implements AutoCloseable {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private final KafkaConsumer<byte[], byte[]> consumer;

	private final List<TopicPartition> partitions;

	/**
	 * Opens the topics; nothing is read yet.
	 * @param brokers where Kafka is
	 * @param topics by their names
	 */
	public TopicReader(String brokers, Predicate<String> topics) {
		this.consumer = new KafkaConsumer<>(
				Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers, ConsumerConfig.ISOLATION_LEVEL_CONFIG,
						"read_committed", ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
						ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5000),
				new ByteArrayDeserializer(), new ByteArrayDeserializer());
		this.partitions = this.consumer.listTopics()
			.entrySet()
			.stream()
			.filter((it) -> topics.test(it.getKey()))
			.flatMap((it) -> it.getValue().stream())
			.map((partition) -> new TopicPartition(partition.topic(), partition.partition()))
			.toList();
		this.consumer.assign(this.partitions);
		this.consumer.seekToBeginning(this.partitions);
	}

	/**
	 * Reads on to the present end.
	 * @return the records since the last call, in order within each partition
	 * @throws IllegalStateException if the end cannot be reached within 30 s
	 */
	public List<ConsumerRecord<byte[], byte[]>> read() {
		List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
		Map<TopicPartition, Long> ends = this.consumer.endOffsets(this.partitions);
		long limit = System.nanoTime() + LIMIT.toNanos();
		while (ends.entrySet().stream().anyMatch((it) -> this.consumer.position(it.getKey()) < it.getValue())) {
			this.consumer.poll(Duration.ofMillis(200)).forEach(records::add);
			if (System.nanoTime() > limit) {
				throw new IllegalStateException("The end of the topics cannot be reached");
			}
		}
		return records;
	}

	@Override
	public void close() {
		this.consumer.close();
	}

}
