package vn.bantin.gateway.change;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.bantin.service.projection.Positions;

/** Measures how far the topics are known. */
@Configuration(proxyBeanMethods = false)
class ChangeConfiguration {

	@Bean
	ReadingProgress readingProgress(Positions positions, MeterRegistry meters) {
		ReadingProgress progress = new ReadingProgress(positions, System::nanoTime);
		Gauge.builder("bantin.gateway.topics.current", progress, (it) -> it.isCurrent() ? 1 : 0).register(meters);
		Gauge.builder("bantin.gateway.topics.lag", progress, ReadingProgress::countMissing).register(meters);
		Gauge.builder("bantin.gateway.topics.silence", progress, ReadingProgress::silence)
			.baseUnit("seconds")
			.register(meters);
		return progress;
	}

}
