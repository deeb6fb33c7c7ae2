package vn.bantin.service.projection;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.support.TopicPartitionOffset;

/**
 * Reads a projection's topics whole, at every instance: all partitions are assigned by
 * hand in a spring-kafka container, which starts where the projection stands, as soon as
 * Kafka has the topics.
 */
public final class ProjectionReader implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(ProjectionReader.class);

	private static final Duration BACKOFF = Duration.ofMillis(500);

	private static final Duration POLL = Duration.ofMillis(200);

	private final Projection projection;

	private final ConsumerFactory<byte[], byte[]> consumers;

	private final CommonErrorHandler errors;

	private final ProjectionListener listener;

	private final Positions positions;

	private volatile boolean running;

	private Thread starter = new Thread();

	private volatile @Nullable KafkaMessageListenerContainer<byte[], byte[]> container;

	ProjectionReader(Projection projection, ConsumerFactory<byte[], byte[]> consumers, CommonErrorHandler errors,
			ProjectionListener listener, Positions positions) {
		this.projection = projection;
		this.consumers = consumers;
		this.errors = errors;
		this.listener = listener;
		this.positions = positions;
	}

	@Override
	public void start() {
		this.running = true;
		this.starter = Thread.ofVirtual().name("projection-starter").start(this::awaitTopicsAndRead);
	}

	private void awaitTopicsAndRead() {
		try {
			while (this.running) {
				try (Consumer<byte[], byte[]> consumer = this.consumers.createConsumer()) {
					List<TopicPartition> partitions = partitions(consumer);
					this.positions.reset(consumer.endOffsets(partitions));
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

	private synchronized void read(Collection<TopicPartition> partitions) {
		if (!this.running) {
			return;
		}
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
		container.setCommonErrorHandler(this.errors);
		container.setApplicationEventPublisher(this::onContainerEvent);
		container.start();
		this.container = container;
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
	}

	@Override
	public void stop() {
		this.running = false;
		this.starter.interrupt();
		synchronized (this) {
			if (this.container != null) {
				this.container.stop();
			}
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
