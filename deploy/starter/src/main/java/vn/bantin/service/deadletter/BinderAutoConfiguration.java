package vn.bantin.service.deadletter;

import java.util.function.BiFunction;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.cloud.stream.binder.kafka.ListenerContainerWithDlqAndRetryCustomizer;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.cloud.stream.config.ConsumerEndpointCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.integration.kafka.inbound.KafkaMessageDrivenChannelAdapter;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.kafka.support.converter.BatchMessagingMessageConverter;
import org.springframework.messaging.MessageHeaders;
import org.springframework.util.backoff.BackOff;
import vn.bantin.service.topic.TopicAutoConfiguration;
import vn.bantin.service.topic.Topics;

/**
 * Dead letters for the consumers of Spring Cloud Stream. The binder's own handling
 * commits the offset even when the dead letter could not be written, so it is not used.
 */
@AutoConfiguration(after = { DeadLetterAutoConfiguration.class, TopicAutoConfiguration.class },
		afterName = "org.springframework.cloud.stream.config.BindingServiceConfiguration")
@ConditionalOnClass(ListenerContainerWithDlqAndRetryCustomizer.class)
@ConditionalOnBean({ DeadLetters.class, BindingServiceProperties.class })
public final class BinderAutoConfiguration {

	@Bean
	ListenerContainerWithDlqAndRetryCustomizer deadLettersOnEveryContainer(DeadLetters deadLetters) {
		return new ListenerContainerWithDlqAndRetryCustomizer() {

			@Override
			public void configure(AbstractMessageListenerContainer<?, ?> container, String topic, String group,
					@Nullable BiFunction<ConsumerRecord<?, ?>, Exception, TopicPartition> resolver,
					@Nullable BackOff backOff) {
				container.setCommonErrorHandler(deadLetters.configure(new BinderErrorHandler(deadLetters.recoverer())));
			}

			@Override
			public boolean retryAndDlqInBinding(String topic, String group) {
				return false;
			}
		};
	}

	/** One for each topic that a named group of this service consumes. */
	@Bean
	KafkaAdmin.NewTopics deadLetterTopics(BindingServiceProperties bindings, DeadLetters deadLetters, Topics topics) {
		return new KafkaAdmin.NewTopics(bindings.getBindings()
			.values()
			.stream()
			.filter((binding) -> binding.getGroup() != null)
			.map((binding) -> deadLetters.register(binding.getDestination()))
			.distinct()
			.map(topics::deadLetters)
			.toArray(NewTopic[]::new));
	}

	/**
	 * Maps no header of a batch: a single one that cannot be read would send the whole
	 * batch to the dead letters. Partition and offset come without it.
	 */
	@Bean
	ConsumerEndpointCustomizer<KafkaMessageDrivenChannelAdapter<byte[], byte[]>> batchesWithoutHeaders() {
		BatchMessagingMessageConverter converter = new BatchMessagingMessageConverter();
		converter.setHeaderMapper(new KafkaHeaderMapper() {

			@Override
			public void fromHeaders(MessageHeaders headers, Headers target) {
				// Nothing is sent this way.
			}

			@Override
			public void toHeaders(Headers source, java.util.Map<String, Object> headers) {
				// See above.
			}
		});
		return (consumer, topic, group) -> consumer.setBatchMessageConverter(converter);
	}

}
