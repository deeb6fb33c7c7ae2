package vn.bantin.service.deadletter;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.FixedBackOff;
import vn.bantin.service.observation.ServiceMeter;

/**
 * Sends records that cannot be handled to {@code <topic>.<consumer>.dead}, with reason
 * and origin as headers. During an outage nothing is wrong with the record, and it is
 * retried until the outage is over.
 */
public final class DeadLetters {

	/**
	 * What cannot be read once cannot be read at all. Retries of a batch would not be
	 * counted anyway: each batch of other partitions that succeeds between two of them
	 * resets the count.
	 */
	public static final BackOff NO_RETRY = new FixedBackOff(0, 0);

	private static final Logger logger = LoggerFactory.getLogger(DeadLetters.class);

	private static final Duration BETWEEN_RETRIES = Duration.ofSeconds(1);

	private final KafkaOperations<byte[], byte[]> kafka;

	private final String consumer;

	private final List<OutageDetector> outages;

	private final MeterRegistry meters;

	DeadLetters(KafkaOperations<byte[], byte[]> kafka, String consumer, List<OutageDetector> outages,
			MeterRegistry meters) {
		this.kafka = kafka;
		this.consumer = consumer;
		this.outages = outages;
		this.meters = meters;
	}

	/**
	 * The dead-letter topic of a topic that this service consumes.
	 * @param topic the topic
	 * @return its name
	 */
	public String topic(String topic) {
		return topic + "." + this.consumer + ".dead";
	}

	/**
	 * Counts the dead letters of a topic from zero, so that the first one is seen as a
	 * change.
	 * @param topic a topic that this service consumes
	 * @return its dead-letter topic
	 */
	public String register(String topic) {
		counter(topic);
		return topic(topic);
	}

	private Counter counter(String topic) {
		return this.meters.counter(ServiceMeter.DEAD_LETTERS.meter(), "topic", topic);
	}

	/**
	 * Sends records to their dead-letter topic and returns when they are there.
	 * @return what an error handler calls for a record that cannot be handled
	 */
	public ConsumerRecordRecoverer recoverer() {
		DeadLetterPublishingRecoverer recoverer = new DeadLetterPublishingRecoverer(this.kafka,
				(event, reason) -> new TopicPartition(topic(event.topic()), -1));
		return (event, reason) -> {
			recoverer.accept(event, reason);
			count(event, reason);
		};
	}

	private void count(ConsumerRecord<?, ?> event, Exception reason) {
		logger.error("{}-{}:{} cannot be handled and is a dead letter now: {}", event.topic(), event.partition(),
				event.offset(), NestedExceptionUtils.getMostSpecificCause(reason).toString());
		counter(event.topic()).increment();
	}

	/**
	 * Retries in an outage, and logs retries as what they are.
	 * @param <T> the kind of handler
	 * @param handler an error handler with this {@link #recoverer}
	 * @return the handler
	 */
	public <T extends DefaultErrorHandler> T configure(T handler) {
		handler.setBackOffFunction((event, reason) -> isOutage(reason)
				? new FixedBackOff(BETWEEN_RETRIES.toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS) : null);
		handler.setResetStateOnExceptionChange(true);
		handler.setLogLevel(KafkaException.Level.WARN);
		return handler;
	}

	private boolean isOutage(Throwable failure) {
		return Stream.iterate(failure, (it) -> it != null, Throwable::getCause)
			.anyMatch((cause) -> this.outages.stream().anyMatch((it) -> it.isOutage(cause)));
	}

}
