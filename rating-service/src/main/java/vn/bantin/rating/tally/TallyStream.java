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
 * Keeps the tally's stream running: starts it once Kafka answers, however long that
 * takes, and again after an error. {@link StreamsBuilderFactoryBean} would start it once,
 * and fail the whole service if that cannot be done.
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
			// All of its topics are this service's own. They must exist before it starts,
			// and could not be created at startup if Kafka was away.
			if (!this.stream.isRunning() && this.topics.initialize()) {
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
