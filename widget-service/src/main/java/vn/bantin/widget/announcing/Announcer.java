package vn.bantin.widget.announcing;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.service.cloudevent.CloudEvent;
import vn.bantin.service.cloudevent.CloudEvents;
import vn.bantin.widget.exchangerates.Board;
import vn.bantin.widget.weather.Forecast;

/** Announces what was observed, and returns when Kafka has acknowledged it. */
@Component
public class Announcer {

	/** The topic of forecasts. */
	public static final String FORECASTS = "forecasts";

	/** The topic of boards. */
	public static final String EXCHANGE_RATES = "exchange-rates";

	/** The only source of boards so far, and its key. */
	public static final String VIETCOMBANK = "vietcombank";

	private static final Duration LONGEST_SEND = Duration.ofSeconds(15);

	private final KafkaOperations<byte[], byte[]> kafka;

	private final CloudEvents events;

	private final JsonMapper json;

	Announcer(KafkaOperations<byte[], byte[]> kafka, CloudEvents events, JsonMapper json) {
		this.kafka = kafka;
		this.events = events;
		this.json = json;
	}

	/**
	 * Announces a forecast.
	 * @param forecast what was observed
	 * @throws NotAnnounced if Kafka did not acknowledge it in time
	 */
	public void announce(Forecast forecast) throws NotAnnounced {
		send(FORECASTS, forecast.place().slug(), "vn.bantin.forecast.observed.v1", Observed.of(forecast),
				forecast.times().fetched());
	}

	/**
	 * Announces a board.
	 * @param board what was observed
	 * @throws NotAnnounced if Kafka did not acknowledge it in time
	 */
	public void announce(Board board) throws NotAnnounced {
		send(EXCHANGE_RATES, VIETCOMBANK, "vn.bantin.exchange-rates.observed.v1", Observed.of(board),
				board.times().fetched());
	}

	private void send(String topic, String key, String type, Observed data, Instant fetched) throws NotAnnounced {
		// One instance fetches at a time, so the time of fetching only rises.
		CloudEvent event = CloudEvent.of(type, key, fetched.toEpochMilli(), fetched,
				this.json.writeValueAsString(data));
		try {
			this.kafka.send(this.events.write(topic, event)).get(LONGEST_SEND.toSeconds(), TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new NotAnnounced(ex);
		}
		// Spring's own comes before anything is sent, while the topic is unknown.
		catch (ExecutionException | TimeoutException | KafkaException ex) {
			throw new NotAnnounced(ex);
		}
	}

	/** The data of both types of events. */
	private record Observed(String change, String reason,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Forecast forecast,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Board board) {

		private static Observed of(Forecast forecast) {
			return new Observed("snapshot", "observed", forecast, null);
		}

		private static Observed of(Board board) {
			return new Observed("snapshot", "observed", null, board);
		}

	}

}
