package vn.bantin.rating.reading;

import java.util.List;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.messaging.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.service.deadletter.EventBatch;

/**
 * Stores the newest tally of each article, and keeps this instance's memory current.
 */
@Configuration(proxyBeanMethods = false)
class TallyEventsConsumer {

	private static final Logger logger = LoggerFactory.getLogger(TallyEventsConsumer.class);

	@Bean
	Consumer<Message<List<?>>> storeTally(StoredTallies stored, JsonMapper json) {
		return (batch) -> EventBatch.handle(batch, (event) -> read(event, json), stored::store);
	}

	@Bean
	Consumer<Message<List<?>>> refreshTally(Tallies tallies, JsonMapper json) {
		return (batch) -> {
			try {
				EventBatch.handle(batch, (event) -> read(event, json), (events) -> events.forEach(tallies::update));
			}
			catch (BatchListenerFailedException ex) {
				// The other consumer sends it to the dead letters; the events after it
				// are found in the database.
				logger.debug("A batch of tallies was not read to its end", ex);
			}
		};
	}

	static TallyEvent read(EventBatch.Event event, JsonMapper json) {
		JsonNode tally = json.readTree(event.data()).path("tally");
		if (!tally.path("article").isString() || tally.path("version").asLong(0) < 1) {
			throw new IllegalArgumentException("A tally's event needs its article and version");
		}
		return new TallyEvent(json.treeToValue(tally, ArticleTally.class), event.partition(), event.offset());
	}

}
