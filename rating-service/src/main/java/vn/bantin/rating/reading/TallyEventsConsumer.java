package vn.bantin.rating.reading;

import java.util.List;
import java.util.function.Consumer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.rating.EventBatch;

/** Keeps the newest tally of each article. */
@Configuration(proxyBeanMethods = false)
class TallyEventsConsumer {

	@Bean
	Consumer<Message<List<?>>> keepTally(Tallies tallies, JsonMapper json) {
		return (batch) -> EventBatch.take(batch, (event) -> read(event, json), tallies::keep);
	}

	static Tallies.Heard read(EventBatch.Event event, JsonMapper json) {
		JsonNode tally = json.readTree(event.data()).path("tally");
		return new Tallies.Heard(json.treeToValue(tally, KnownTally.class), event.partition(), event.offset());
	}

}
