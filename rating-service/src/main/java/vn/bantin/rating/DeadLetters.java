package vn.bantin.rating;

import java.util.Map;
import java.util.function.BiFunction;

import com.mongodb.MongoException;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.stream.binder.kafka.ListenerContainerWithDlqAndRetryCustomizer;
import org.springframework.cloud.stream.config.ConsumerEndpointCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.kafka.inbound.KafkaMessageDrivenChannelAdapter;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.kafka.support.converter.BatchMessagingMessageConverter;
import org.springframework.messaging.MessageHeaders;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.FixedBackOff;

import java.time.Duration;

/**
 * What becomes of a record that cannot be handled: it goes to
 * {@code <topic>.<consumer>.dead} and the partition moves on only when it is there. The
 * binder's own dead-letter handling commits the offset even when that write fails, so it
 * is not used. While the database is away nothing is wrong with the record, and it is
 * tried until the database is back.
 */
@Configuration(proxyBeanMethods = false)
class DeadLetters {

	private static final String CONSUMER = "rating-service";

	private static final Logger logger = LoggerFactory.getLogger(DeadLetters.class);

	@Bean
	ListenerContainerWithDlqAndRetryCustomizer deadLettersOnEveryContainer(KafkaOperations<byte[], byte[]> kafka) {
		return new ListenerContainerWithDlqAndRetryCustomizer() {

			@Override
			public void configure(AbstractMessageListenerContainer<?, ?> container, String topic, String group,
					@Nullable BiFunction<ConsumerRecord<?, ?>, Exception, TopicPartition> resolver,
					@Nullable BackOff backOff) {
				container.setCommonErrorHandler(handler(kafka));
			}

			@Override
			public boolean retryAndDlqInBinding(String topic, String group) {
				return false;
			}
		};
	}

	/**
	 * Takes over no header of an event: none is needed here, and one that cannot be read
	 * would take its whole batch to the dead letters, the good ones too.
	 */
	@Bean
	ConsumerEndpointCustomizer<KafkaMessageDrivenChannelAdapter<byte[], byte[]>> withoutHeaders() {
		BatchMessagingMessageConverter converter = new BatchMessagingMessageConverter();
		converter.setHeaderMapper(new KafkaHeaderMapper() {

			@Override
			public void fromHeaders(MessageHeaders headers, Headers target) {
				// Nothing is sent this way.
			}

			@Override
			public void toHeaders(Headers source, Map<String, Object> headers) {
				// Partition and offset are no headers of the event, and come without.
			}
		});
		return (consumer, topic, group) -> consumer.setBatchMessageConverter(converter);
	}

	private static DefaultErrorHandler handler(KafkaOperations<byte[], byte[]> kafka) {
		DeadLetterPublishingRecoverer recoverer = new DeadLetterPublishingRecoverer(kafka,
				(event, reason) -> new TopicPartition(event.topic() + "." + CONSUMER + ".dead", -1));
		DefaultErrorHandler handler = new Handler(recoverer);
		handler.setBackOffFunction((event, reason) -> causedBy(reason, MongoException.class)
				? new FixedBackOff(1000, FixedBackOff.UNLIMITED_ATTEMPTS) : null);
		handler.setResetStateOnExceptionChange(true);
		// Nothing is lost: it is tried again.
		handler.setLogLevel(KafkaException.Level.WARN);
		return handler;
	}

	private static boolean causedBy(@Nullable Throwable failure, Class<? extends Throwable> type) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return true;
			}
		}
		return false;
	}

	@Bean
	KafkaAdmin.NewTopics deadLetterTopics(@Value("${bantin.topic-replication}") short replication) {
		return new KafkaAdmin.NewTopics(dead("articles", replication), dead("tallies", replication));
	}

	private static NewTopic dead(String topic, short replication) {
		return TopicBuilder.name(topic + "." + CONSUMER + ".dead")
			.partitions(1)
			.replicas(replication)
			.config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(Duration.ofDays(30).toMillis()))
			.build();
	}

	private static final class Handler extends DefaultErrorHandler {

		/**
		 * What cannot be read once cannot be read at all. Tries would not be counted
		 * anyway: each batch of other partitions that goes well between two of them
		 * clears the count.
		 */
		private Handler(ConsumerRecordRecoverer recoverer) {
			super(recoverer, new FixedBackOff(0, 0));
		}

		/**
		 * Batches are committed where they are handled, so a commit that fails comes here
		 * as well. All of that batch is kept by then: at worst it comes once more, and
		 * none of it belongs to the dead letters.
		 */
		@Override
		public void handleBatch(Exception failure, ConsumerRecords<?, ?> batch, Consumer<?, ?> consumer,
				MessageListenerContainer container, Runnable listener) {
			if (failure instanceof org.apache.kafka.common.KafkaException) {
				DeadLetters.logger.warn("Kafka does not know that {} events were taken in: {}", batch.count(),
						failure.toString());
				return;
			}
			super.handleBatch(failure, batch, consumer, container, listener);
		}

	}

}
