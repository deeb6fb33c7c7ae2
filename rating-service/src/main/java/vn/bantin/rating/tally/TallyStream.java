package vn.bantin.rating.tally;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.streams.KafkaStreams.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Keeps the tally's stream running, which {@link StreamsBuilderFactoryBean} does not: it
 * starts a stream once and leaves it when it fails as a whole. Here the stream starts
 * once Kafka answers, however long that takes, and again after an error.
 */
class TallyStream implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(TallyStream.class);

	private static final int RETRY_SECONDS = 1;

	private static final int END_SECONDS = 10;

	private final StreamsBuilderFactoryBean stream;

	private final KafkaAdmin topics;

	private volatile State state = State.NOT_RUNNING;

	private volatile ScheduledExecutorService supervisor = stopped();

	TallyStream(StreamsBuilderFactoryBean stream, KafkaAdmin topics) {
		this.stream = stream;
		this.topics = topics;
		stream.setStateListener((now, before) -> this.state = now);
	}

	private static ScheduledExecutorService stopped() {
		ScheduledExecutorService none = Executors.newSingleThreadScheduledExecutor();
		none.shutdown();
		return none;
	}

	boolean streaming() {
		return this.state.isRunningOrRebalancing();
	}

	@Override
	public void start() {
		this.supervisor = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("tally-supervisor").factory());
		this.supervisor.scheduleWithFixedDelay(this::keepRunning, 0, RETRY_SECONDS, TimeUnit.SECONDS);
	}

	/** Catches everything: after an exception it would not be called again. */
	private void keepRunning() {
		try {
			if (this.state == State.ERROR) {
				this.stream.stop();
			}
			if (!this.stream.isRunning()) {
				// Its topics are all of this service, which cannot create them at its own
				// start when Kafka is away.
				this.topics.initialize();
				this.stream.start();
			}
		}
		catch (RuntimeException ex) {
			logger.warn("The tally's stream cannot start yet: {}",
					NestedExceptionUtils.getMostSpecificCause(ex).toString());
			logger.debug("Why", ex);
		}
	}

	@Override
	public void stop() {
		this.supervisor.shutdownNow();
		try {
			if (!this.supervisor.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
				logger.warn("The tally's stream is still starting while the service stops");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.stream.stop();
	}

	@Override
	public boolean isRunning() {
		return !this.supervisor.isShutdown();
	}

}
