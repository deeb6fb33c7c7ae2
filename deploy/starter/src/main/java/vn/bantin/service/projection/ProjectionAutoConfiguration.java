package vn.bantin.service.projection;

import java.util.HashMap;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import vn.bantin.service.deadletter.DeadLetterAutoConfiguration;
import vn.bantin.service.deadletter.DeadLetters;
import vn.bantin.service.topic.TopicAutoConfiguration;
import vn.bantin.service.topic.Topics;

/** Feeds the projection of a service that has one. */
@AutoConfiguration(after = { DeadLetterAutoConfiguration.class, TopicAutoConfiguration.class })
@ConditionalOnClass(KafkaMessageListenerContainer.class)
@ConditionalOnBean({ Projection.class, DeadLetters.class })
public final class ProjectionAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Positions positions() {
		return new Positions();
	}

	@Bean
	@ConditionalOnMissingBean
	ProjectionReader projectionReader(Projection projection, Positions positions, ConsumerFactory<?, ?> consumers,
			DeadLetters deadLetters, MeterRegistry meters) {
		ProjectionListener listener = new ProjectionListener(projection, positions, meters);
		return new ProjectionReader(projection, wholeTopics(consumers), deadLetters, listener, positions);
	}

	private static ConsumerFactory<byte[], byte[]> wholeTopics(ConsumerFactory<?, ?> consumers) {
		Map<String, Object> settings = new HashMap<>(consumers.getConfigurationProperties());
		settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
		settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
		// Never skip what the projection has not seen.
		settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
		settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
		settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5000);
		return new DefaultKafkaConsumerFactory<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
	}

	@Bean
	KafkaAdmin.NewTopics projectionDeadLetterTopics(Projection projection, DeadLetters deadLetters, Topics topics) {
		return new KafkaAdmin.NewTopics(projection.topics()
			.stream()
			.map(deadLetters::register)
			.map(topics::deadLetters)
			.toArray(NewTopic[]::new));
	}

	/**
	 * A service that answers from its projection alone puts it into its readiness, so
	 * that readers go elsewhere until everything can be seen that was there at the start.
	 */
	@Bean
	@ConditionalOnMissingBean(name = "projectionHealthIndicator")
	HealthIndicator projectionHealthIndicator(Positions positions) {
		return () -> (positions.isCaughtUp() ? Health.up() : Health.outOfService()).build();
	}

}
