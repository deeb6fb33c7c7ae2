package vn.bantin.widget.fetching;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import vn.bantin.widget.announcing.Announcer;
import vn.bantin.widget.announcing.NotAnnounced;
import vn.bantin.widget.fetching.ProviderClient.Answer;
import vn.bantin.widget.provenance.Times;
import vn.bantin.widget.weather.Forecast;
import vn.bantin.widget.weather.Place;

/** Fetches a place's forecast and announces it. */
class ForecastFetch {

	/**
	 * A forecast that was confirmed is valid for this long when its expiry has passed.
	 */
	private static final Duration CONFIRMED = Duration.ofMinutes(30);

	private final FetchingProperties properties;

	private final ProviderClient client;

	private final MetNorway norway;

	private final Announcer announcer;

	private final Clock clock;

	/** For conditional requests: Last-Modified of the last announced answer by place. */
	private final Map<String, String> lastModified = new HashMap<>();

	ForecastFetch(FetchingProperties properties, ProviderClient client, Announcer announcer, Clock clock) {
		this.properties = properties;
		this.client = client;
		this.norway = new MetNorway(properties.sample());
		this.announcer = announcer;
		this.clock = clock;
	}

	String fetch(Place place, @Nullable Forecast last) throws IOException, Rejected, NotAnnounced {
		String validator = (last != null) ? this.lastModified.get(place.slug()) : null;
		Answer answer = this.client.get(MetNorway.uri(this.properties.metNorway(), place), "application/json",
				validator);
		this.announcer.announce(read(answer, place, last));
		if (answer.lastModified() != null) {
			this.lastModified.put(place.slug(), answer.lastModified());
		}
		return (answer.body() != null) ? "announced" : "unchanged";
	}

	private Forecast read(Answer answer, Place place, @Nullable Forecast last) throws Rejected {
		Instant now = this.clock.instant();
		if (answer.body() != null) {
			return this.norway.read(answer.body(), place, now, answer.expires());
		}
		if (last == null) {
			throw new Rejected("'not modified' to an unconditional request");
		}
		Instant until = answer.expires().isAfter(now.plusSeconds(60)) ? answer.expires() : now.plus(CONFIRMED);
		return last.at(new Times(last.times().provider(), now, until));
	}

}
