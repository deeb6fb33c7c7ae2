package vn.bantin.rating.tally;

import java.nio.file.Path;
import java.time.Duration;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import vn.bantin.rating.RatingMeters;

/** Puts the tally together. */
@Configuration(proxyBeanMethods = false)
class TallyConfiguration {

	@Bean
	TallyStream tallyStream(@Value("${spring.kafka.bootstrap-servers}") String brokers,
			@Value("${bantin.instance}") String instance, @Value("${bantin.data-dir}") Path data,
			@Value("${bantin.topic-replication}") int replication) {
		return new TallyStream(brokers, instance, data.resolve("tally"), replication);
	}

	@Bean
	NewTopic talliesTopic(@Value("${bantin.topic-replication}") short replication) {
		return TopicBuilder.name(TallyTopology.TALLIES)
			.partitions(12)
			.replicas(replication)
			.compact()
			.config(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(Math.max(1, replication - 1)))
			.build();
	}

	@Bean
	NewTopic tallyDeadLetters(@Value("${bantin.topic-replication}") short replication) {
		return TopicBuilder.name(TallyStream.DEAD)
			.partitions(1)
			.replicas(replication)
			.config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(Duration.ofDays(30).toMillis()))
			.build();
	}

	@Bean
	Gauge tallyRunning(TallyStream stream, MeterRegistry meters) {
		return Gauge.builder(RatingMeters.TALLY_RUNNING.meter(), () -> stream.streaming() ? 1 : 0).register(meters);
	}

}
