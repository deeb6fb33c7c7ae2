package vn.bantin.gateway.origin;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

/** Puts the services' addresses and clients together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Services.Addresses.class)
class OriginConfiguration {

	@Bean
	Services services(Services.Addresses addresses, Clock clock, MeterRegistry meters) {
		return new Services(addresses, clock, meters);
	}

	@Bean
	Origins origins(Services services, Clock clock) {
		return new Origins(services, clock, WebClient.builder());
	}

}
