package vn.bantin.service.topic;

import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import vn.bantin.service.ServiceAutoConfiguration;
import vn.bantin.service.ServiceProperties;

/** Lets a service describe the topics that it creates. */
@AutoConfiguration(after = { ServiceAutoConfiguration.class, KafkaAutoConfiguration.class })
@ConditionalOnClass(TopicBuilder.class)
public final class TopicAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Topics topics(ServiceProperties service) {
		return new Topics(service.topicReplication());
	}

	@Bean
	@ConditionalOnBean(KafkaAdmin.class)
	@ConditionalOnMissingBean
	TopicCreation topicCreation(KafkaAdmin admin, ObjectProvider<NewTopic> topics,
			ObjectProvider<KafkaAdmin.NewTopics> groups) {
		return new TopicCreation(admin, topics.stream().findAny().isPresent() || groups.stream().findAny().isPresent());
	}

}
