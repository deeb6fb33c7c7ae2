package vn.bantin.gateway.origin;

import java.time.Clock;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets up the way to the services. */
@Configuration(proxyBeanMethods = false)
class OriginConfiguration {

	@Bean
	Origins origins(OriginProperties addresses, Clock clock, MeterRegistry meters) {
		return new Origins(Arrays.stream(Origin.values())
			.collect(Collectors.toMap(Function.identity(),
					(origin) -> Service.of(origin, addresses.of(origin), clock, meters))),
				clock);
	}

}
