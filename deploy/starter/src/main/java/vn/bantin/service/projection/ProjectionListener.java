package vn.bantin.service.projection;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import vn.bantin.service.observation.ServiceMeter;

/** Applies what the container polls, and keeps the positions with it. */
final class ProjectionListener implements BatchConsumerAwareMessageListener<byte[], byte[]> {

	private static final Logger logger = LoggerFactory.getLogger(ProjectionListener.class);

	private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(2);

	private static final Duration BACKOFF = Duration.ofMillis(500);

	private final Projection projection;

	private final Positions positions;

	private final Counter applied;

	private boolean dirty;

	private long nextCheckpoint = System.nanoTime();

	ProjectionListener(Projection projection, Positions positions, MeterRegistry meters) {
		this.projection = projection;
		this.positions = positions;
		this.applied = meters.counter(ServiceMeter.PROJECTION_APPLIED.meter());
	}

	@Override
	public void onMessage(List<ConsumerRecord<byte[], byte[]>> events, @Nullable Consumer<?, ?> polledBy) {
		Consumer<?, ?> consumer = Objects.requireNonNull(polledBy);
		try {
			apply(events);
			onIdle(consumer);
		}
		catch (BatchListenerFailedException ex) {
			throw ex;
		}
		// Whatever it is, nothing is wrong with the events of this batch.
		catch (RuntimeException ex) {
			recover(consumer, ex);
		}
	}

	private void apply(List<ConsumerRecord<byte[], byte[]>> events) {
		this.dirty = true;
		try {
			for (int i = 0; i < events.size(); i++) {
				apply(events.get(i), i);
			}
		}
		finally {
			this.projection.publish();
		}
	}

	private void apply(ConsumerRecord<byte[], byte[]> event, int index) {
		try {
			this.projection.apply(event);
			this.applied.increment();
		}
		catch (ProjectionUnavailable ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw new BatchListenerFailedException("An event that cannot be applied", ex, index);
		}
	}

	/** Everything that was polled has been applied. */
	void onIdle(Consumer<?, ?> consumer) {
		Map<TopicPartition, Long> now = consumer.assignment()
			.stream()
			.collect(Collectors.toMap((it) -> it, consumer::position));
		this.positions.moveTo(now);
		if (this.dirty && System.nanoTime() > this.nextCheckpoint) {
			this.projection.checkpoint(now);
			this.dirty = false;
			this.nextCheckpoint = System.nanoTime() + CHECKPOINT_EVERY.toNanos();
		}
	}

	/** Reads again from the last checkpoint. */
	void recover(Consumer<?, ?> consumer, Exception reason) {
		logger.warn("The projection goes back to its last checkpoint: {}", reason.toString());
		try {
			this.projection.recover();
		}
		catch (RuntimeException ex) {
			logger.warn("The projection cannot be written yet: {}", ex.toString());
		}
		seek(consumer);
		sleep();
	}

	/** Empties the view, so that it can be read again from the beginning. */
	void empty(Consumer<?, ?> consumer, Exception reason) {
		logger.warn("The projection is rebuilt from its topics: {}", reason.toString());
		this.positions.withdraw();
		try {
			this.projection.clear();
		}
		catch (RuntimeException ex) {
			logger.error("The projection cannot be emptied", ex);
			recover(consumer, ex);
			return;
		}
		consumer.seekToBeginning(consumer.assignment());
	}

	private void seek(Consumer<?, ?> consumer) {
		Map<TopicPartition, Long> from = this.projection.positions();
		if (!from.isEmpty()) {
			this.positions.assumeCaughtUp();
		}
		consumer.assignment().forEach((partition) -> {
			Long position = from.get(partition);
			if (position != null) {
				consumer.seek(partition, position);
			}
			else {
				consumer.seekToBeginning(List.of(partition));
			}
		});
	}

	private static void sleep() {
		try {
			Thread.sleep(BACKOFF);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
