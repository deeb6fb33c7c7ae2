package vn.bantin.drills.scenario;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import vn.bantin.drills.fault.Records;

/**
 * Weather and rates as readers get them, and a way to let them expire at once, so that
 * widget-service has to poll its providers now.
 */
final class OldValues {

	private static final Map<String, String> SHOWN = Map.of("rates", "/api/widgets/exchange-rates", "Hà Nội",
			"/api/widgets/weather?place=ha-noi", "Cần Thơ", "/api/widgets/weather?place=can-tho");

	private static final JsonMapper json = JsonMapper.builder().build();

	private final Stage stage;

	private final Map<String, JsonNode> before = new HashMap<>();

	OldValues(Stage stage) {
		this.stage = stage;
		SHOWN.forEach((name, path) -> this.before.put(name, value(path)));
	}

	private JsonNode answer(String path) {
		return this.stage.site().get(path).json();
	}

	/** Without its age. */
	private JsonNode value(String path) {
		JsonNode answer = answer(path);
		return (answer instanceof ObjectNode value) ? value.without(List.of("times", "state")) : answer;
	}

	/** Publishes the last values again, expired. */
	void expire() {
		try (Records records = new Records(this.stage.platform().kafkaBrokers())) {
			for (String topic : List.of("forecasts", "exchange-rates")) {
				Map<String, ConsumerRecord<byte[], byte[]>> last = new HashMap<>();
				records.in(topic)
					.stream()
					.filter((it) -> it.value() != null && it.value().length > 0 && it.value()[0] == '{'
							&& it.headers().lastHeader("poison") == null)
					.forEach((it) -> last.put(new String(it.key(), StandardCharsets.UTF_8), it));
				last.values().forEach((it) -> records.plant(expired(it)));
			}
		}
	}

	private static ProducerRecord<byte[], byte[]> expired(ConsumerRecord<byte[], byte[]> event) {
		ObjectNode data = (ObjectNode) json.readTree(event.value());
		String field = event.topic().equals("forecasts") ? "forecast" : "board";
		String now = Instant.now().toString();
		((ObjectNode) data.path(field).path("times")).put("fetched", now).put("validUntil", now);
		ProducerRecord<byte[], byte[]> copy = new ProducerRecord<>(event.topic(), event.key(),
				json.writeValueAsBytes(data));
		event.headers()
			.forEach((header) -> copy.headers()
				.add(header.key(),
						header.key().equals("ce_time") ? now.getBytes(StandardCharsets.UTF_8) : header.value()));
		return copy;
	}

	/** Whether all have this state now. */
	boolean allAre(String state) {
		return SHOWN.values().stream().allMatch((path) -> answer(path).path("state").asString("").equals(state));
	}

	/** Notes a breach for every value that changed. */
	void mustBeTheSame() {
		SHOWN.forEach((name, path) -> {
			JsonNode now = value(path);
			if (!now.equals(this.before.get(name))) {
				this.stage.breach("%s changed to what no provider answered: %s".formatted(name, brief(now)));
			}
		});
	}

	private static String brief(JsonNode value) {
		String text = value.toString();
		return (text.length() > 120) ? text.substring(0, 120) + "…" : text;
	}

}
