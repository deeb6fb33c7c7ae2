package vn.bantin.article.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.lucene.store.AlreadyClosedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.article.ArticleMeters;

/**
 * Reads the topic {@code articles} from where the index stands and folds it in. It has no
 * consumer group: every instance folds the whole topic. A record that cannot be folded
 * goes to the dead-letter topic, and the fold waits until it is there.
 */
class Fold implements SmartLifecycle {

	static final String TOPIC = "articles";

	static final String DEAD = "articles.article-service.dead";

	private static final Logger logger = LoggerFactory.getLogger(Fold.class);

	private static final Duration POLL = Duration.ofMillis(200);

	private static final Duration COMMIT_EVERY = Duration.ofSeconds(2);

	private static final JsonMapper json = JsonMapper.builder().build();

	private final ArticleIndex index;

	private final Positions positions;

	private final KafkaOperations<byte[], byte[]> deadLetters;

	private final Map<String, Object> settings;

	private final Counter folded;

	private final Counter dead;

	private volatile boolean running;

	private volatile boolean caughtUp;

	private Thread thread = new Thread();

	Fold(ArticleIndex index, Positions positions, KafkaOperations<byte[], byte[]> deadLetters, String brokers,
			MeterRegistry meters) {
		this.index = index;
		this.positions = positions;
		this.deadLetters = deadLetters;
		this.folded = meters.counter(ArticleMeters.FOLDED.meter());
		this.dead = meters.counter(ArticleMeters.DEAD.meter());
		this.settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers, ConsumerConfig.ISOLATION_LEVEL_CONFIG,
				"read_committed", ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
				// Never jump over what the index has not seen.
				ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none", ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false,
				ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500, ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5000);
	}

	/** Whether everything that was in the topic at the start can be seen. */
	boolean caughtUp() {
		return this.caughtUp;
	}

	@Override
	public void start() {
		this.running = true;
		this.thread = Thread.ofPlatform().name("fold").start(this::run);
	}

	@Override
	public void stop() {
		this.running = false;
		this.thread.interrupt();
		try {
			this.thread.join(Duration.ofSeconds(5));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void run() {
		while (this.running) {
			try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(this.settings, new ByteArrayDeserializer(),
					new ByteArrayDeserializer())) {
				follow(consumer);
			}
			catch (org.apache.kafka.common.errors.InterruptException | WakeupException ex) {
				return;
			}
			catch (OffsetOutOfRangeException ex) {
				rebuild(ex);
			}
			catch (RuntimeException | IOException ex) {
				logger.warn("The fold begins again from its last commit: {}", ex.toString());
				// Without Kafka nobody knows anything newer than an index that was in use
				// before.
				this.caughtUp |= !this.index.positions().isEmpty();
				revive();
				if (!pause()) {
					return;
				}
			}
		}
	}

	/**
	 * The topic was made anew, or lost what this index has seen: only a fold from its
	 * beginning is what the topic says.
	 */
	private void rebuild(OffsetOutOfRangeException reason) {
		logger.warn("The index is built again from the topic: {}", reason.toString());
		this.caughtUp = false;
		try {
			this.index.clear();
		}
		// Of Lucene, when its writer gave up: a runtime exception.
		catch (IOException | RuntimeException ex) {
			logger.error("The index cannot be emptied", ex);
			revive();
			pause();
		}
	}

	private void revive() {
		try {
			this.index.reopen();
		}
		catch (IOException | RuntimeException ex) {
			logger.warn("The index cannot be written yet: {}", ex.toString());
		}
	}

	private static boolean pause() {
		try {
			Thread.sleep(500);
			return true;
		}
		catch (InterruptedException ex) {
			return false;
		}
	}

	private void follow(Consumer<byte[], byte[]> consumer) throws IOException {
		List<PartitionInfo> infos = consumer.partitionsFor(TOPIC);
		if (infos == null || infos.isEmpty()) {
			throw new IllegalStateException("the topic " + TOPIC + " is not there yet");
		}
		List<TopicPartition> partitions = infos.stream()
			.map((it) -> new TopicPartition(TOPIC, it.partition()))
			.toList();
		consumer.assign(partitions);
		Map<Integer, Long> from = this.index.positions();
		for (TopicPartition partition : partitions) {
			Long position = from.get(partition.partition());
			if (position != null) {
				consumer.seek(partition, position);
			}
			else {
				consumer.seekToBeginning(List.of(partition));
			}
		}
		Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
		boolean uncommitted = false;
		long commitAt = System.nanoTime() + COMMIT_EVERY.toNanos();
		while (this.running) {
			ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
			for (ConsumerRecord<byte[], byte[]> event : records) {
				fold(event);
			}
			if (!records.isEmpty()) {
				this.index.refresh();
				uncommitted = true;
			}
			Map<Integer, Long> now = positions(consumer, partitions);
			this.positions.moveTo(now);
			if (!this.caughtUp) {
				this.caughtUp = ends.entrySet()
					.stream()
					.allMatch((end) -> now.getOrDefault(end.getKey().partition(), 0L) >= end.getValue());
			}
			if (uncommitted && System.nanoTime() > commitAt) {
				this.index.commit(now);
				uncommitted = false;
				commitAt = System.nanoTime() + COMMIT_EVERY.toNanos();
			}
		}
	}

	private static Map<Integer, Long> positions(Consumer<?, ?> consumer, List<TopicPartition> partitions) {
		Map<Integer, Long> positions = new HashMap<>();
		partitions.forEach((partition) -> positions.put(partition.partition(), consumer.position(partition)));
		return positions;
	}

	private void fold(ConsumerRecord<byte[], byte[]> event) throws IOException {
		try {
			this.index.update(article(event));
			this.folded.increment();
		}
		catch (AlreadyClosedException ex) {
			// Nothing is wrong with the record.
			throw ex;
		}
		catch (RuntimeException ex) {
			bury(event, ex);
		}
	}

	/** Of an event this service reads its own articles' state only. */
	static JsonNode article(ConsumerRecord<byte[], byte[]> event) {
		if (event.value() == null) {
			throw new IllegalArgumentException("An event without data");
		}
		return json.readTree(event.value()).path("article");
	}

	private void bury(ConsumerRecord<byte[], byte[]> event, Exception reason) {
		ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(DEAD, null, event.key(), event.value(),
				event.headers());
		header(letter, "dead-reason", "The record could not be folded");
		header(letter, "dead-exception", reason.toString());
		header(letter, "dead-topic", event.topic());
		header(letter, "dead-partition", Integer.toString(event.partition()));
		header(letter, "dead-offset", Long.toString(event.offset()));
		try {
			this.deadLetters.send(letter).get(15, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			throw new org.apache.kafka.common.errors.InterruptException(ex);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new IllegalStateException("The dead-letter topic does not take the record", ex);
		}
		this.dead.increment();
		logger.error("Buried {}-{}:{}: {}", event.topic(), event.partition(), event.offset(), reason.toString());
	}

	private static void header(ProducerRecord<byte[], byte[]> letter, String name, String value) {
		letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
	}

}
