package vn.bantin.widget.fetching;

import java.time.Clock;
import java.time.Duration;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.mongo.MongoLockProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.bantin.service.projection.Positions;
import vn.bantin.widget.announcing.Announcer;
import vn.bantin.widget.latest.LatestValues;
import vn.bantin.widget.observation.WidgetMeters;
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
	LockProvider locks(MongoDatabase database) {
		return new MongoLockProvider(database.getCollection("locks"));
	}

	@Bean
	Fetcher fetcher(FetchingProperties properties, LatestValues latest, Places places, Announcer announcer, Clock clock,
			MeterRegistry meters) {
		ProviderClient client = new ProviderClient("Bantin/1.0 " + properties.contact());
		return new Fetcher(new BoardFetch(properties, client, announcer, clock),
				new ForecastFetch(properties, client, announcer, clock), latest, places, properties.retry(), clock,
				meters);
	}

	@Bean
	FetchingSchedule fetchingSchedule(FetchingProperties properties, Positions positions, LockProvider locks,
			Fetcher fetcher, Clock clock) {
		return new FetchingSchedule(properties, positions, new FetchLock(locks, clock), fetcher);
	}

	@Bean
	Gauge boardAge(LatestValues latest, Clock clock, MeterRegistry meters) {
		return Gauge
			.builder(WidgetMeters.BOARD_AGE.meter(),
					() -> latest.board()
						.map((board) -> (double) Duration.between(board.times().fetched(), clock.instant()).toSeconds())
						.orElse(Double.NaN))
			.baseUnit("seconds")
			.register(meters);
	}

}
