package vn.bantin.rating.casting;

import java.time.Clock;
import java.util.function.Consumer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.bantin.rating.ratable.RatableArticles;

/** Puts the use cases together, which know no framework. */
@Configuration(proxyBeanMethods = false)
class CastingConfiguration {

	@Bean
	Casting casting(Votes votes, RatableArticles articles, Consumer<String> signals, Clock clock) {
		return new Casting(votes, articles::find, signals, clock);
	}

}
