package vn.bantin.widget.newest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.widget.announcing.Announcer;
import vn.bantin.widget.exchangerates.Board;
import vn.bantin.widget.weather.Forecast;

/**
 * What was observed last, in memory, read from the topics without a consumer group: every
 * instance knows everything, and answers without waiting for anybody.
 */
public class Newest implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(Newest.class);

	private final Map<String, Forecast> forecasts = new ConcurrentHashMap<>();

	private final AtomicReference<@Nullable Board> board = new AtomicReference<>();

	private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();

	private final Map<String, Object> settings;

	private final JsonMapper json;

	private volatile boolean running;

	private volatile boolean caughtUp;

	private Thread thread = new Thread();

	Newest(String brokers, JsonMapper json) {
		this.json = json;
		this.settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers, ConsumerConfig.ISOLATION_LEVEL_CONFIG,
				"read_committed", ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
				ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false, ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
				5000);
	}

	/**
	 * The newest forecast of a place.
	 * @param place its slug
	 * @return empty when none was ever heard of
	 */
	public Optional<Forecast> forecast(String place) {
		return Optional.ofNullable(this.forecasts.get(place));
	}

	/**
	 * The newest board.
	 * @return empty when none was ever heard of
	 */
	public Optional<Board> board() {
		return Optional.ofNullable(this.board.get());
	}

	/**
	 * Whether everything that was in the topics at the start is known. Before that,
	 * nobody can tell what is due.
	 * @return true from then on
	 */
	public boolean caughtUp() {
		return this.caughtUp;
	}

	/**
	 * Whether an event was taken in.
	 * @param topic its topic
	 * @param partition its partition
	 * @param offset its offset
	 * @return true when it was
	 */
	public boolean passed(String topic, int partition, long offset) {
		return this.positions.getOrDefault(new TopicPartition(topic, partition), 0L) > offset;
	}

	@Override
	public void start() {
		this.running = true;
		this.thread = Thread.ofPlatform().name("newest").start(this::run);
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
			catch (InterruptException ex) {
				return;
			}
			catch (RuntimeException ex) {
				logger.warn("The topics are read again from the start: {}", ex.toString());
				try {
					Thread.sleep(Duration.ofMillis(500));
				}
				catch (InterruptedException interrupted) {
					return;
				}
			}
		}
	}

	private void follow(Consumer<byte[], byte[]> consumer) {
		List<TopicPartition> partitions = List.of(Announcer.FORECASTS, Announcer.EXCHANGE_RATES)
			.stream()
			.flatMap((topic) -> consumer.partitionsFor(topic).stream())
			.map((it) -> new TopicPartition(it.topic(), it.partition()))
			.toList();
		if (partitions.stream().map(TopicPartition::topic).distinct().count() < 2) {
			throw new IllegalStateException("the topics are not there yet");
		}
		consumer.assign(partitions);
		consumer.seekToBeginning(partitions);
		Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
		while (this.running) {
			consumer.poll(Duration.ofMillis(200)).forEach(this::take);
			partitions.forEach((partition) -> this.positions.put(partition, consumer.position(partition)));
			this.caughtUp |= ends.entrySet()
				.stream()
				.allMatch((end) -> this.positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
		}
	}

	/**
	 * A record of our own topics that cannot be read is our own fault; the value before
	 * it stays.
	 */
	private void take(ConsumerRecord<byte[], byte[]> event) {
		try {
			JsonNode data = this.json.readTree(event.value());
			if (event.topic().equals(Announcer.FORECASTS)) {
				Forecast forecast = this.json.treeToValue(data.path("forecast"), Forecast.class);
				this.forecasts.merge(forecast.place().slug(), forecast,
						(known, heard) -> heard.times().fetched().isBefore(known.times().fetched()) ? known : heard);
			}
			else {
				Board heard = this.json.treeToValue(data.path("board"), Board.class);
				this.board.accumulateAndGet(heard, (known,
						it) -> (known != null && it.times().fetched().isBefore(known.times().fetched())) ? known : it);
			}
		}
		catch (JacksonException | NullPointerException | IllegalArgumentException ex) {
			logger.error("{}-{}:{} cannot be read: {}", event.topic(), event.partition(), event.offset(),
					ex.toString());
		}
	}

}
