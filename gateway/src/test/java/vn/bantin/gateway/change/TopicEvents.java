package vn.bantin.gateway.change;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Records of the topics, made from the producers' own examples. */
final class TopicEvents {

	private TopicEvents() {
	}

	/** An event as its example says. */
	static ProducerRecord<byte[], byte[]> example(String topic, String service, String name) {
		return example(topic, service, name, (json) -> json);
	}

	/** An event that differs from its example. */
	static ProducerRecord<byte[], byte[]> example(String topic, String service, String name,
			UnaryOperator<String> difference) {
		JsonNode example = JsonMapper.shared().readTree(difference.apply(text(service, name)));
		ProducerRecord<byte[], byte[]> event = new ProducerRecord<>(topic, bytes(example.path("key").asString()),
				bytes(example.path("value").toString()));
		example.path("headers")
			.properties()
			.forEach((header) -> event.headers().add(header.getKey(), bytes(header.getValue().asString())));
		return event;
	}

	static ProducerRecord<byte[], byte[]> article(String type) {
		return article(type, (json) -> json);
	}

	static ProducerRecord<byte[], byte[]> article(String type, UnaryOperator<String> difference) {
		return example("articles", "article-service", "article." + type, difference);
	}

	static ProducerRecord<byte[], byte[]> tally(String name) {
		return example("tallies", "rating-service", "tally.changed.v1." + name);
	}

	static ProducerRecord<byte[], byte[]> forecast() {
		return example("forecasts", "widget-service", "forecast.observed.v1.full");
	}

	static ProducerRecord<byte[], byte[]> board() {
		return example("exchange-rates", "widget-service", "exchange-rates.observed.v1.full");
	}

	/** As the topic hands it on. */
	static ConsumerRecord<byte[], byte[]> received(ProducerRecord<byte[], byte[]> sent) {
		ConsumerRecord<byte[], byte[]> received = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
		sent.headers().forEach(received.headers()::add);
		return received;
	}

	private static String text(String service, String name) {
		try {
			return Files.readString(
					Path.of(System.getProperty("bantin.root"), service, "contracts", "examples", name + ".json"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
