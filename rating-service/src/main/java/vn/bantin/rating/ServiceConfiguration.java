package vn.bantin.rating;

import java.time.Clock;
import java.util.concurrent.TimeUnit;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What several features share. */
@Configuration(proxyBeanMethods = false)
class ServiceConfiguration {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	MongoDatabase database(MongoClient client, @Value("${bantin.mongodb-database}") String name) {
		return client.getDatabase(name);
	}

	/**
	 * Accepted is what a majority has on disk; and nobody waits for a silent server, as
	 * the driver's defaults would. A server that has just come back answers few requests
	 * in the time anybody waits, or many in none: what finds no connection is refused
	 * soon, and sent again when there is one. The time to select a server is the time to
	 * wait for a connection too; the pool's own does not count beside a timeout.
	 */
	@Bean
	MongoClientSettingsBuilderCustomizer durableAndImpatient() {
		return (settings) -> settings.writeConcern(WriteConcern.MAJORITY.withJournal(true))
			.timeout(5, TimeUnit.SECONDS)
			.applyToClusterSettings((cluster) -> cluster.serverSelectionTimeout(2, TimeUnit.SECONDS))
			.applyToSocketSettings((socket) -> socket.connectTimeout(1, TimeUnit.SECONDS))
			.applyToConnectionPoolSettings((pool) -> pool.maxSize(32));
	}

}
