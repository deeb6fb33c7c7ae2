package vn.bantin.rating.ledger;

import java.time.Clock;
import java.time.Duration;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import vn.bantin.rating.observation.RatingMeters;

/** Puts the relay together. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

	@Bean
	Signals signals() {
		return new Signals();
	}

	@Bean
	MongoOutbox outbox(MongoDatabase database) {
		return new MongoOutbox(database);
	}

	@Bean
	Relay relay(Outbox outbox, MongoDatabase database, Signals signals, Clock clock,
			@Value("${spring.kafka.bootstrap-servers}") String brokers, @Value("${bantin.instance}") String instance,
			@Value("${bantin.relay.scan-every}") Duration scanEvery) {
		return new Relay(outbox, new MongoLeases(database, instance, clock), KafkaEventLog.opener(brokers), signals,
				scanEvery);
	}

	/** Every vote's history, for ever. */
	@Bean
	NewTopic votesTopic(@Value("${bantin.topic-replication}") short replication) {
		return TopicBuilder.name(KafkaEventLog.TOPIC)
			.partitions(12)
			.replicas(replication)
			.config(TopicConfig.RETENTION_MS_CONFIG, "-1")
			.config(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(Math.max(1, replication - 1)))
			.build();
	}

	@Bean
	Gauge outboxDepth(Outbox outbox, MeterRegistry meters) {
		return Gauge.builder(RatingMeters.OUTBOX_DEPTH.meter(), () -> orUnknown(outbox::depth)).register(meters);
	}

	@Bean
	Gauge outboxAge(Outbox outbox, Clock clock, MeterRegistry meters) {
		return Gauge
			.builder(RatingMeters.OUTBOX_AGE.meter(),
					() -> orUnknown(() -> outbox.oldest()
						.map((oldest) -> Duration.between(oldest, clock.instant()).toSeconds())
						.orElse(0L)))
			.baseUnit("seconds")
			.register(meters);
	}

	/** A gauge without its database is unknown, which is not zero. */
	private static double orUnknown(java.util.function.Supplier<Long> value) {
		try {
			return value.get();
		}
		catch (MongoException ex) {
			return Double.NaN;
		}
	}

}
