package vn.bantin.service.projection;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.support.TopicPartitionOffset;
import vn.bantin.service.deadletter.DeadLetters;

/**
 * Reads a projection's topics whole, at every instance: all partitions are assigned by
 * hand in a spring-kafka container, which starts where the projection stands, as soon as
 * Kafka has the topics. It starts over when the projection has to be rebuilt, and when
 * the container ended by itself.
 */
public final class ProjectionReader implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(ProjectionReader.class);

	private static final Duration BACKOFF = Duration.ofMillis(500);

	private static final Duration POLL = Duration.ofMillis(200);

	private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

	private final Projection projection;

	private final ConsumerFactory<byte[], byte[]> consumers;

	private final DeadLetters deadLetters;

	private final ProjectionListener listener;

	private final Positions positions;

	private volatile boolean running;

	/** One start after the other. */
	private volatile ExecutorService starts = Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

	private volatile @Nullable KafkaMessageListenerContainer<byte[], byte[]> container;

	ProjectionReader(Projection projection, ConsumerFactory<byte[], byte[]> consumers, DeadLetters deadLetters,
			ProjectionListener listener, Positions positions) {
		this.projection = projection;
		this.consumers = consumers;
		this.deadLetters = deadLetters;
		this.listener = listener;
		this.positions = positions;
	}

	@Override
	public void start() {
		this.running = true;
		this.starts = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("projection-starter").factory());
		startOver();
	}

	private void startOver() {
		if (this.running) {
			this.starts.execute(() -> {
				stopContainer();
				awaitTopicsAndRead();
			});
		}
	}

	private void awaitTopicsAndRead() {
		try {
			while (this.running) {
				try (Consumer<byte[], byte[]> consumer = this.consumers.createConsumer()) {
					List<TopicPartition> partitions = partitions(consumer);
					this.positions.expect(consumer.endOffsets(partitions));
					read(partitions);
					return;
				}
				catch (RuntimeException ex) {
					logger.info("The projection waits for {}: {}", this.projection.topics(), ex.toString());
					if (!this.projection.positions().isEmpty()) {
						this.positions.assumeCaughtUp();
					}
					Thread.sleep(BACKOFF);
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private List<TopicPartition> partitions(Consumer<?, ?> consumer) {
		return this.projection.topics().stream().flatMap((topic) -> {
			List<PartitionInfo> partitions = consumer.partitionsFor(topic);
			if (partitions == null || partitions.isEmpty()) {
				throw new IllegalStateException("there is no topic " + topic + " yet");
			}
			return partitions.stream().map((it) -> new TopicPartition(it.topic(), it.partition()));
		}).toList();
	}

	private void read(Collection<TopicPartition> partitions) {
		Map<TopicPartition, Long> from = this.projection.positions();
		ContainerProperties properties = new ContainerProperties(
				partitions.stream().map((it) -> from(it, from.get(it))).toArray(TopicPartitionOffset[]::new));
		properties.setMessageListener(this.listener);
		properties.setPollTimeout(POLL.toMillis());
		properties.setIdleEventInterval(POLL.toMillis());
		properties.setIdleBeforeDataMultiplier(1);
		properties.setAuthExceptionRetryInterval(BACKOFF);
		KafkaMessageListenerContainer<byte[], byte[]> container = new KafkaMessageListenerContainer<>(this.consumers,
				properties);
		container.setBeanName("projection");
		container.setCommonErrorHandler(this.deadLetters
			.configure(new ProjectionErrorHandler(this.deadLetters, this.listener, this::startOver)));
		container.setApplicationEventPublisher(this::onContainerEvent);
		this.container = container;
		container.start();
	}

	private static TopicPartitionOffset from(TopicPartition partition, @Nullable Long position) {
		return (position != null) ? new TopicPartitionOffset(partition.topic(), partition.partition(), position)
				: new TopicPartitionOffset(partition.topic(), partition.partition(),
						TopicPartitionOffset.SeekPosition.BEGINNING);
	}

	private void onContainerEvent(Object event) {
		if (event instanceof ListenerContainerIdleEvent idle && idle.getConsumer() != null) {
			this.listener.onIdle(idle.getConsumer());
		}
		else if (event instanceof ConsumerStoppedEvent stopped
				&& stopped.getReason() != ConsumerStoppedEvent.Reason.NORMAL) {
			logger.error("The projection's consumer ended ({}) and starts over", stopped.getReason());
			startOver();
		}
	}

	@Override
	public void stop() {
		this.running = false;
		this.starts.shutdownNow();
		try {
			if (!this.starts.awaitTermination(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
				logger.warn("The projection is still starting while the service stops");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		stopContainer();
	}

	private void stopContainer() {
		KafkaMessageListenerContainer<byte[], byte[]> container = this.container;
		if (container != null) {
			this.container = null;
			container.stop();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
