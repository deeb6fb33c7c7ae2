package vn.bantin.widget.fetching;

import java.time.Clock;
import java.time.Duration;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.bantin.widget.WidgetMeters;
import vn.bantin.widget.announcing.Announcer;
import vn.bantin.widget.newest.Newest;
import vn.bantin.widget.weather.Places;

/** Puts the fetcher together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FetchingProperties.class)
class FetchingConfiguration {

	@Bean
	Places places() {
		return Places.load();
	}

	@Bean
	Fetcher fetcher(FetchingProperties properties, MongoDatabase database, Newest newest, Places places,
			Announcer announcer, Clock clock, MeterRegistry meters, @Value("${bantin.instance}") String instance) {
		return new Fetcher(properties, new Lease(database, instance, clock), newest, places, announcer, clock, meters);
	}

	@Bean
	Gauge boardAge(Newest newest, Clock clock, MeterRegistry meters) {
		return Gauge
			.builder(WidgetMeters.BOARD_AGE.meter(),
					() -> newest.board()
						.map((board) -> (double) Duration.between(board.times().fetched(), clock.instant()).toSeconds())
						.orElse(Double.NaN))
			.baseUnit("seconds")
			.register(meters);
	}

}
