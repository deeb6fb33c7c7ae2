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
import vn.bantin.rating.EventBatch;

/**
 * Stores the newest tally of each article, and tells this instance of every one.
 */
@Configuration(proxyBeanMethods = false)
class TallyEventsConsumer {

	private static final Logger logger = LoggerFactory.getLogger(TallyEventsConsumer.class);

	@Bean
	Consumer<Message<List<?>>> keepTally(StoredTallies stored, JsonMapper json) {
		return (batch) -> EventBatch.take(batch, (event) -> read(event, json), stored::keep);
	}

	@Bean
	Consumer<Message<List<?>>> tellTally(Tallies tallies, JsonMapper json) {
		return (batch) -> {
			try {
				EventBatch.take(batch, (event) -> read(event, json), (heard) -> heard.forEach(tallies::tell));
			}
			catch (BatchListenerFailedException ex) {
				// keepTally puts it aside. A look into the database finds what came
				// after it.
				logger.debug("A tally that nobody is told of", ex);
			}
		};
	}

	static HeardTally read(EventBatch.Event event, JsonMapper json) {
		JsonNode tally = json.readTree(event.data()).path("tally");
		if (!tally.path("article").isString() || tally.path("version").asLong(0) < 1) {
			throw new IllegalArgumentException("A tally's event needs its article and version");
		}
		return new HeardTally(json.treeToValue(tally, KnownTally.class), event.partition(), event.offset());
	}

}
