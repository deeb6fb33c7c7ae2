package vn.bantin.service.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ProducerFactory;
import vn.bantin.service.ServiceAutoConfiguration;
import vn.bantin.service.ServiceProperties;
import vn.bantin.service.cloudevent.CloudEventAutoConfiguration;
import vn.bantin.service.cloudevent.CloudEvents;
import vn.bantin.service.mongo.MongoAutoConfiguration;
import vn.bantin.service.observation.ServiceMeter;

/** Relays the outbox of the collection that {@code bantin.outbox.collection} names. */
@AutoConfiguration(
		after = { ServiceAutoConfiguration.class, CloudEventAutoConfiguration.class, MongoAutoConfiguration.class,
				KafkaAutoConfiguration.class },
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass({ MongoDatabase.class, ProducerFactory.class })
@ConditionalOnProperty("bantin.outbox.collection")
@EnableConfigurationProperties(OutboxProperties.class)
public final class OutboxAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	OutboxSignals outboxSignals() {
		return new OutboxSignals();
	}

	@Bean
	@ConditionalOnMissingBean
	Outbox outbox(MongoDatabase database, OutboxProperties properties) {
		return new MongoOutbox(database.getCollection(properties.collection()));
	}

	@Bean
	@ConditionalOnMissingBean
	Leases leases(MongoDatabase database, ServiceProperties service, Clock clock) {
		return new MongoLeases(database, service.instance(), clock);
	}

	@Bean
	@ConditionalOnMissingBean
	Relay relay(Outbox outbox, Leases leases, OutboxSignals signals, OutboxProperties properties,
			ProducerFactory<?, ?> producers, CloudEvents events, MeterRegistry meters) {
		return new Relay(outbox, leases,
				KafkaEventLog.opener(properties, producers.getConfigurationProperties(), events), signals,
				properties.scanEvery(), meters);
	}

	@Bean
	Gauge outboxDepth(Outbox outbox, MeterRegistry meters) {
		return Gauge.builder(ServiceMeter.OUTBOX_DEPTH.meter(), () -> orUnknown(outbox::depth)).register(meters);
	}

	@Bean
	Gauge outboxAge(Outbox outbox, Clock clock, MeterRegistry meters) {
		return Gauge.builder(ServiceMeter.OUTBOX_AGE.meter(), () -> orUnknown(() -> age(outbox, clock)))
			.baseUnit("seconds")
			.register(meters);
	}

	private static long age(Outbox outbox, Clock clock) {
		return outbox.oldest().map((oldest) -> Duration.between(oldest, clock.instant()).toSeconds()).orElse(0L);
	}

	/** Without its database a gauge is unknown, which is not zero. */
	private static double orUnknown(LongSupplier value) {
		try {
			return value.getAsLong();
		}
		catch (MongoException ex) {
			return Double.NaN;
		}
	}

}
