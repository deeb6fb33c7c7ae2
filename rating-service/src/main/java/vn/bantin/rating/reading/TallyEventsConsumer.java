package vn.bantin.rating.reading;

import java.util.Objects;
import java.util.function.Consumer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the newest tally of each article. */
@Configuration(proxyBeanMethods = false)
class TallyEventsConsumer {

	@Bean
	Consumer<Message<?>> keepTally(Tallies tallies, JsonMapper json) {
		return (event) -> tallies.keep(read(event, json), header(event, KafkaHeaders.RECEIVED_PARTITION, Integer.class),
				header(event, KafkaHeaders.OFFSET, Long.class));
	}

	static KnownTally read(Message<?> event, JsonMapper json) {
		if (event.getPayload() instanceof byte[] data) {
			JsonNode tally = json.readTree(data).path("tally");
			return json.treeToValue(tally, KnownTally.class);
		}
		throw new IllegalArgumentException("A tally's event without data");
	}

	private static <T> T header(Message<?> event, String name, Class<T> type) {
		return Objects.requireNonNull(event.getHeaders().get(name, type), name);
	}

}
