package vn.bantin.service.deadletter;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaOperations;

/** Lets every consumer of a service send what it cannot handle to a dead-letter topic. */
@AutoConfiguration(after = KafkaAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass(KafkaOperations.class)
@ConditionalOnBean(KafkaOperations.class)
public final class DeadLetterAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	DeadLetters deadLetters(KafkaOperations<byte[], byte[]> kafka, ObjectProvider<OutageDetector> outages,
			MeterRegistry meters, @Value("${spring.application.name}") String service) {
		return new DeadLetters(kafka, service, outages.orderedStream().toList(), meters);
	}

}
