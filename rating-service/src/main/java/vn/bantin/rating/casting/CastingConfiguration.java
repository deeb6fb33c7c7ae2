package vn.bantin.rating.casting;

import java.time.Clock;

import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.bantin.rating.ratable.RatableArticles;
import vn.bantin.service.outbox.OutboxSignals;
import vn.bantin.service.topic.Topics;

/** Puts the use cases together, which know no framework. */
@Configuration(proxyBeanMethods = false)
class CastingConfiguration {

	@Bean
	Casting casting(Votes votes, RatableArticles articles, OutboxSignals signals, Clock clock) {
		return new Casting(votes, articles::find, signals::wake, clock);
	}

	/** Every vote's history, for ever. */
	@Bean
	NewTopic votesTopic(Topics topics) {
		return topics.permanent("votes", 12);
	}

}
