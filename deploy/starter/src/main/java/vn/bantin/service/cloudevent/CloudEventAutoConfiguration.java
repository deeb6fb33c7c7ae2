package vn.bantin.service.cloudevent;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Lets a service write events in its own name. */
@AutoConfiguration
@ConditionalOnClass(ProducerRecord.class)
public final class CloudEventAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	CloudEvents cloudEvents(@Value("${spring.application.name}") String service) {
		return new CloudEvents(service);
	}

}
