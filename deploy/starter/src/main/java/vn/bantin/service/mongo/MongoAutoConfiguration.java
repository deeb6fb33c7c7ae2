package vn.bantin.service.mongo;

import java.util.concurrent.TimeUnit;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.bantin.service.deadletter.OutageDetector;

/** A database whose writes are durable and whose silence is an outage after seconds. */
@AutoConfiguration(after = org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration.class)
@ConditionalOnClass(MongoClient.class)
public final class MongoAutoConfiguration {

	/**
	 * A write is accepted when a majority has it on disk, and no call waits as long as
	 * the driver's defaults would. A server that has just come back answers few requests
	 * within the time that callers wait, or many in none: a call that gets no connection
	 * is refused soon, and may be sent again. The time to select a server is the time to
	 * wait for a connection too; the pool's own does not count beside a timeout.
	 */
	@Bean
	MongoClientSettingsBuilderCustomizer durableWritesAndShortWaits() {
		return (settings) -> settings.writeConcern(WriteConcern.MAJORITY.withJournal(true))
			.timeout(5, TimeUnit.SECONDS)
			.applyToClusterSettings((cluster) -> cluster.serverSelectionTimeout(2, TimeUnit.SECONDS))
			.applyToSocketSettings((socket) -> socket.connectTimeout(1, TimeUnit.SECONDS))
			.applyToConnectionPoolSettings((pool) -> pool.maxSize(32));
	}

	@Bean
	@ConditionalOnBean(MongoClient.class)
	@ConditionalOnMissingBean
	MongoDatabase mongoDatabase(MongoClient client, @Value("${spring.mongodb.database}") String name) {
		return client.getDatabase(name);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(name = "org.springframework.kafka.core.KafkaOperations")
	static class Outages {

		@Bean
		OutageDetector databaseOutages() {
			return MongoException.class::isInstance;
		}

	}

}
