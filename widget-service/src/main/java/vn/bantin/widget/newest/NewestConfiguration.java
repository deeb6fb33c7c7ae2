package vn.bantin.widget.newest;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Puts the newest state in place. */
@Configuration(proxyBeanMethods = false)
class NewestConfiguration {

	@Bean
	Newest newest(@Value("${spring.kafka.bootstrap-servers}") String brokers, JsonMapper json) {
		return new Newest(brokers, json);
	}

	/**
	 * Tells operators; not part of readiness, since a widget without values is left out
	 * by itself.
	 */
	@Bean
	HealthIndicator newestHealthIndicator(Newest newest) {
		return () -> (newest.caughtUp() ? Health.up() : Health.outOfService()).build();
	}

}
