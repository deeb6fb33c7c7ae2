package vn.bantin.widget.fetching;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.bantin.widget.announcing.NotAnnounced;
import vn.bantin.widget.exchangerates.Board;
import vn.bantin.widget.latest.LatestValues;
import vn.bantin.widget.observation.WidgetMeters;
import vn.bantin.widget.provenance.Times;
import vn.bantin.widget.weather.Forecast;
import vn.bantin.widget.weather.Place;
import vn.bantin.widget.weather.Places;

/**
 * Fetches what is due, one value after the other. Until when a value is valid stands in
 * its last announcement, so nothing is fetched again after a restart. A failure changes
 * nothing: the last good value stays and grows old.
 */
class Fetcher {

	private static final Logger logger = LoggerFactory.getLogger(Fetcher.class);

	private static final String MET_NORWAY = "met-norway";

	private static final String VIETCOMBANK = "vietcombank";

	/** Time for an announced value to come back from the topic; it is not due before. */
	private static final Duration READ_BACK = Duration.ofSeconds(10);

	private final BoardFetch boards;

	private final ForecastFetch forecasts;

	private final LatestValues latest;

	private final Places places;

	private final Duration retry;

	private final Clock clock;

	private final MeterRegistry meters;

	/** When each value may be fetched again, whatever the last attempt gave. */
	private final Map<String, Instant> backoff = new HashMap<>();

	Fetcher(BoardFetch boards, ForecastFetch forecasts, LatestValues latest, Places places, Duration retry, Clock clock,
			MeterRegistry meters) {
		this.boards = boards;
		this.forecasts = forecasts;
		this.latest = latest;
		this.places = places;
		this.retry = retry;
		this.clock = clock;
		this.meters = meters;
	}

	void fetchDue(BooleanSupplier mayGoOn) {
		Board board = this.latest.board().orElse(null);
		if (due(VIETCOMBANK, (board != null) ? board.times() : null)) {
			attempt(VIETCOMBANK, VIETCOMBANK, () -> this.boards.fetch(board));
		}
		for (Place place : this.places.all()) {
			Forecast forecast = this.latest.forecast(place.slug()).orElse(null);
			if (due(place.slug(), (forecast != null) ? forecast.times() : null)) {
				attempt(MET_NORWAY, place.slug(), () -> this.forecasts.fetch(place, forecast));
				if (!mayGoOn.getAsBoolean()) {
					return;
				}
			}
		}
	}

	private boolean due(String value, @Nullable Times last) {
		Instant now = this.clock.instant();
		return (last == null || !last.fresh(now)) && !now.isBefore(this.backoff.getOrDefault(value, Instant.MIN));
	}

	private void attempt(String provider, String value, Fetch fetch) {
		String outcome;
		Duration pause = this.retry;
		try {
			outcome = fetch.run();
			pause = READ_BACK;
		}
		catch (Rejected ex) {
			logger.warn("{}'s answer for {} was rejected: {}", provider, value, ex.getMessage());
			outcome = "rejected";
		}
		catch (IOException ex) {
			logger.warn("{} did not answer for {}: {}", provider, value, ex.toString());
			outcome = "away";
		}
		catch (NotAnnounced ex) {
			logger.warn("{}'s answer for {} could not be announced: {}", provider, value, ex.getMessage());
			outcome = "unannounced";
		}
		catch (RuntimeException ex) {
			logger.error("{}'s answer for {} could not be processed", provider, value, ex);
			outcome = "failed";
		}
		this.backoff.put(value, this.clock.instant().plus(pause));
		this.meters.counter(WidgetMeters.FETCHES.meter(), "provider", provider, "outcome", outcome).increment();
	}

	/** Fetches and announces one value, and returns the outcome to be counted. */
	@FunctionalInterface
	private interface Fetch {

		String run() throws IOException, Rejected, NotAnnounced;

	}

}
