package vn.bantin.widget.announcing;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.bantin.widget.exchangerates.Board;
import vn.bantin.widget.weather.Forecast;

/** Sends what was observed, and returns when Kafka has it. */
@Component
public class Announcer {

	/** The topic of forecasts. */
	public static final String FORECASTS = "forecasts";

	/** The topic of boards. */
	public static final String EXCHANGE_RATES = "exchange-rates";

	/** The only source of boards so far, and its key. */
	public static final String VIETCOMBANK = "vietcombank";

	private static final SecureRandom random = new SecureRandom();

	private final KafkaOperations<byte[], byte[]> kafka;

	private final JsonMapper json;

	Announcer(KafkaOperations<byte[], byte[]> kafka, JsonMapper json) {
		this.kafka = kafka;
		this.json = json;
	}

	/**
	 * Announces a forecast.
	 * @param forecast what was observed
	 * @throws NotAnnounced if Kafka did not take it in time
	 */
	public void announce(Forecast forecast) throws NotAnnounced {
		send(FORECASTS, forecast.place().slug(), "forecast", forecast, forecast.times().fetched());
	}

	/**
	 * Announces a board.
	 * @param board what was observed
	 * @throws NotAnnounced if Kafka did not take it in time
	 */
	public void announce(Board board) throws NotAnnounced {
		send(EXCHANGE_RATES, VIETCOMBANK, "board", board, board.times().fetched());
	}

	private void send(String topic, String key, String noun, Object state, Instant at) throws NotAnnounced {
		ObjectNode data = JsonNodeFactory.instance.objectNode().put("change", "snapshot").put("reason", "observed");
		data.set(noun, this.json.valueToTree(state));
		String type = (topic.equals(FORECASTS) ? "forecast" : "exchange-rates") + ".observed.v1";
		ProducerRecord<byte[], byte[]> event = new ProducerRecord<>(topic, null, at.toEpochMilli(), bytes(key),
				this.json.writeValueAsBytes(data));
		Headers headers = event.headers();
		headers.add("ce_specversion", bytes("1.0"));
		headers.add("ce_id", bytes(uuid7(at).toString()));
		headers.add("ce_source", bytes("/widget-service"));
		headers.add("ce_type", bytes("vn.bantin." + type));
		headers.add("ce_subject", bytes(key));
		headers.add("ce_time", bytes(at.toString()));
		headers.add("ce_dataschema", bytes("https://bantin.vn/schemas/" + type + ".schema.json"));
		// One instance fetches at a time, so the time of fetching only rises.
		headers.add("ce_revision", bytes(Long.toString(at.toEpochMilli())));
		headers.add("ce_partitionkey", bytes(key));
		headers.add("content-type", bytes("application/json"));
		try {
			this.kafka.send(event).get(15, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new NotAnnounced(ex);
		}
		// Of Spring: who knows nothing of the topic waits before anything is sent.
		catch (ExecutionException | TimeoutException | KafkaException ex) {
			throw new NotAnnounced(ex);
		}
	}

	/** A UUID of version 7 (RFC 9562): 48 bits of milliseconds, then random bits. */
	private static UUID uuid7(Instant now) {
		long high = (now.toEpochMilli() << 16) | 0x7000L | random.nextInt(0x1000);
		long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
		return new UUID(high, low);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
