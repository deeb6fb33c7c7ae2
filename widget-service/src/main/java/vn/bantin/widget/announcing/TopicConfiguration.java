package vn.bantin.widget.announcing;

import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import vn.bantin.service.topic.Topics;

/**
 * The topics that this service owns: the newest state for ever, everything for 30 days.
 */
@Configuration(proxyBeanMethods = false)
class TopicConfiguration {

	private static final Duration UNCOMPACTED = Duration.ofDays(30);

	private static final int PARTITIONS = 3;

	@Bean
	KafkaAdmin.NewTopics observedTopics(Topics topics) {
		return new KafkaAdmin.NewTopics(topics.compacted(Announcer.FORECASTS, PARTITIONS, UNCOMPACTED),
				topics.compacted(Announcer.EXCHANGE_RATES, PARTITIONS, UNCOMPACTED));
	}

}
