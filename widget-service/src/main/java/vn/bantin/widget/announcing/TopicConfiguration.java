package vn.bantin.widget.announcing;

import java.time.Duration;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * The topics that this service owns: the newest state for ever, everything for 30 days.
 */
@Configuration(proxyBeanMethods = false)
class TopicConfiguration {

	private static final Duration KEPT = Duration.ofDays(30);

	@Bean
	KafkaAdmin.NewTopics observedTopics(@Value("${bantin.topic-replication}") short replication) {
		return new KafkaAdmin.NewTopics(topic(Announcer.FORECASTS, replication),
				topic(Announcer.EXCHANGE_RATES, replication));
	}

	private static NewTopic topic(String name, short replication) {
		return TopicBuilder.name(name)
			.partitions(3)
			.replicas(replication)
			.compact()
			.config(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, Long.toString(KEPT.toMillis()))
			.config(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(Math.max(1, replication - 1)))
			.build();
	}

}
