package vn.bantin.rating.tally;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the tally's stream. It begins as soon as its topics are there, however long Kafka
 * is away first; a thread that fails is replaced.
 */
class TallyStream implements SmartLifecycle {

	static final String DEAD = "votes.tally.dead";

	/**
	 * Another number whenever the stores change: the votes are counted anew then, to the
	 * same tallies.
	 */
	private static final String APPLICATION = "rating-service.tally.2";

	private static final Duration END = Duration.ofSeconds(8);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private static final Logger logger = LoggerFactory.getLogger(TallyStream.class);

	private final Properties settings;

	private volatile boolean running;

	private volatile boolean streaming;

	private Thread starter = new Thread();

	TallyStream(String brokers, String instance, Path state, int replication) {
		this.settings = settings(brokers, instance, state, replication);
	}

	private static Properties settings(String brokers, String instance, Path state, int replication) {
		Properties settings = new Properties();
		settings.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
		settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
		settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
		settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
		settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
		settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, replication);
		settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
		// Nobody looks at its thousands of MBeans, and each start would register them.
		settings.put(StreamsConfig.METRIC_REPORTER_CLASSES_CONFIG, "");
		// A record that is no vote is kept aside in the same transaction, with the
		// reason; the rest goes on.
		settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
				LogAndContinueExceptionHandler.class);
		settings.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, DEAD);
		// After a kill it goes on as soon as it is up again, and does not wait for the
		// session of its former self. See StaticMembership.
		settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instance);
		settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10000);
		settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 3000);
		settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG), 60000);
		settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 5);
		settings.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 15000);
		return settings;
	}

	boolean streaming() {
		return this.streaming;
	}

	@Override
	public void start() {
		this.running = true;
		this.starter = Thread.ofPlatform().name("tally-starter").start(this::run);
	}

	/** Whatever it is: nobody else would begin again. */
	private void run() {
		try {
			while (this.running) {
				try {
					awaitTopics();
					stream();
				}
				catch (RuntimeException ex) {
					logger.warn("The tally begins again in a second", ex);
				}
				Thread.sleep(PAUSE);
			}
		}
		catch (InterruptedException ex) {
			logger.debug("The tally ends");
		}
	}

	/** Until it is to end, or cannot go on. */
	private void stream() throws InterruptedException {
		KafkaStreams streams = new KafkaStreams(TallyTopology.build(), this.settings);
		try {
			streams.setUncaughtExceptionHandler((ex) -> {
				logger.warn("A thread of the tally failed and is replaced", ex);
				return StreamThreadExceptionResponse.REPLACE_THREAD;
			});
			streams.setStateListener((now, before) -> this.streaming = now.isRunningOrRebalancing());
			streams.start();
			while (this.running && streams.state() != KafkaStreams.State.ERROR) {
				Thread.sleep(PAUSE);
			}
		}
		finally {
			// Otherwise the others would wait for it until its session is over.
			streams.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP).withTimeout(END));
		}
	}

	/** A stream that starts before its topics are there gives up for good. */
	private void awaitTopics() throws InterruptedException {
		Set<String> needed = Set.of(TallyTopology.VOTES, TallyTopology.TALLIES, DEAD);
		Properties brokers = new Properties();
		brokers.put("bootstrap.servers", this.settings.get(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG));
		try (Admin admin = Admin.create(brokers)) {
			while (true) {
				try {
					if (admin.listTopics().names().get(5, TimeUnit.SECONDS).containsAll(needed)) {
						return;
					}
				}
				catch (ExecutionException | TimeoutException ex) {
					logger.info("The tally waits for Kafka: {}", ex.toString());
				}
				Thread.sleep(Duration.ofMillis(200));
			}
		}
	}

	@Override
	public void stop() {
		this.running = false;
		this.starter.interrupt();
		try {
			this.starter.join(Duration.ofSeconds(10));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
