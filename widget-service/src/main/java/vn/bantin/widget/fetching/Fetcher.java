package vn.bantin.widget.fetching;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.bantin.widget.WidgetMeters;
import vn.bantin.widget.announcing.Announcer;
import vn.bantin.widget.announcing.NotAnnounced;
import vn.bantin.widget.exchangerates.Board;
import vn.bantin.widget.exchangerates.BoardChecks;
import vn.bantin.widget.exchangerates.VietcombankXml;
import vn.bantin.widget.newest.Newest;
import vn.bantin.widget.provider.ProviderClient;
import vn.bantin.widget.provider.ProviderClient.Answer;
import vn.bantin.widget.provider.Rejected;
import vn.bantin.widget.provider.Times;
import vn.bantin.widget.weather.Forecast;
import vn.bantin.widget.weather.MetNorway;
import vn.bantin.widget.weather.Place;
import vn.bantin.widget.weather.Places;

/**
 * Asks for what is due, one thing after the other, politely. What is due is read off the
 * announced values themselves, so a restart asks for nothing that was fetched already. A
 * failure changes nothing: the last good value stays and grows old.
 */
class Fetcher implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(Fetcher.class);

	private static final String BOARD = "vietcombank";

	/**
	 * What was announced is read back in a moment; until then it is not due again.
	 */
	private static final Duration READ_BACK = Duration.ofSeconds(10);

	private final FetchingProperties properties;

	private final Lease lease;

	private final Newest newest;

	private final Places places;

	private final Announcer announcer;

	private final ProviderClient client;

	private final Clock clock;

	private final MeterRegistry meters;

	private final Map<String, Instant> leaveAlone = new HashMap<>();

	private final Map<String, String> lastModified = new HashMap<>();

	private volatile boolean running;

	private Thread thread = new Thread();

	Fetcher(FetchingProperties properties, Lease lease, Newest newest, Places places, Announcer announcer, Clock clock,
			MeterRegistry meters) {
		this.properties = properties;
		this.lease = lease;
		this.newest = newest;
		this.places = places;
		this.announcer = announcer;
		this.client = new ProviderClient("Bantin/1.0 " + properties.contact());
		this.clock = clock;
		this.meters = meters;
	}

	@Override
	public void start() {
		if (!this.properties.allowed()) {
			logger.warn("Nothing is fetched: set WEATHER_CONTACT to an address where the providers can reach you");
			return;
		}
		this.running = true;
		this.thread = Thread.ofPlatform().name("fetcher").start(this::run);
	}

	@Override
	public void stop() {
		this.running = false;
		this.thread.interrupt();
		try {
			this.thread.join(Duration.ofSeconds(5));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void run() {
		try {
			while (this.running) {
				try {
					if (this.newest.caughtUp() && this.lease.acquire()) {
						board();
						weather();
					}
				}
				// Whatever it is: nobody would start this thread again.
				catch (RuntimeException ex) {
					logger.warn("Nobody is known to fetch for now: {}", ex.toString());
				}
				Thread.sleep(this.newest.caughtUp() ? this.properties.look() : Duration.ofMillis(100));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void weather() {
		for (Place place : this.places.all()) {
			Forecast known = this.newest.forecast(place.slug()).orElse(null);
			if (due(place.slug(), (known != null) ? known.times() : null)) {
				attempt("met-norway", place.slug(), () -> forecast(place, known));
				if (!this.running || !this.lease.acquire()) {
					return;
				}
			}
		}
	}

	private String forecast(Place place, @Nullable Forecast known) throws IOException, Rejected, NotAnnounced {
		String validator = (known != null) ? this.lastModified.get(place.slug()) : null;
		Answer answer = this.client.get(MetNorway.uri(this.properties.metNorway(), place), "application/json",
				validator);
		Instant now = this.clock.instant();
		Forecast forecast;
		if (answer.body() != null) {
			forecast = new MetNorway(this.properties.sample()).read(answer.body(), place, now, answer.expires());
		}
		else if (known != null) {
			Instant until = answer.expires().isAfter(now.plusSeconds(60)) ? answer.expires() : now.plusSeconds(1800);
			forecast = known.at(new Times(known.times().provider(), now, until));
		}
		else {
			throw new Rejected("'not modified' without a question");
		}
		this.announcer.announce(forecast);
		if (answer.lastModified() != null) {
			this.lastModified.put(place.slug(), answer.lastModified());
		}
		return (answer.body() != null) ? "announced" : "unchanged";
	}

	private void board() {
		Board known = this.newest.board().orElse(null);
		if (due(BOARD, (known != null) ? known.times() : null)) {
			attempt(BOARD, BOARD, () -> {
				Answer answer = this.client.get(this.properties.vietcombankXml(), "text/xml", null);
				if (answer.body() == null) {
					throw new Rejected("'not modified' without a question");
				}
				Board board = new VietcombankXml(this.properties.sample()).read(answer.body(), this.clock.instant());
				BoardChecks.check(board, known);
				this.announcer.announce(board);
				return "announced";
			});
		}
	}

	private boolean due(String what, @Nullable Times known) {
		Instant now = this.clock.instant();
		return (known == null || !known.fresh(now)) && !now.isBefore(this.leaveAlone.getOrDefault(what, Instant.MIN));
	}

	private void attempt(String provider, String what, Fetch fetch) {
		String outcome;
		Duration rest = this.properties.retry();
		try {
			outcome = fetch.run();
			rest = READ_BACK;
		}
		catch (Rejected ex) {
			logger.warn("Rejected what {} said of {}: {}", provider, what, ex.getMessage());
			outcome = "rejected";
		}
		catch (IOException ex) {
			logger.warn("No answer of {} for {}: {}", provider, what, ex.toString());
			outcome = "away";
		}
		catch (NotAnnounced ex) {
			logger.warn("Nobody hears what {} said of {}: {}", provider, what, ex.getMessage());
			outcome = "unannounced";
		}
		catch (RuntimeException ex) {
			logger.error("What {} said of {} could not be taken in", provider, what, ex);
			outcome = "failed";
		}
		this.leaveAlone.put(what, this.clock.instant().plus(rest));
		this.meters.counter(WidgetMeters.FETCHES.meter(), "provider", provider, "outcome", outcome).increment();
	}

	@FunctionalInterface
	private interface Fetch {

		String run() throws IOException, Rejected, NotAnnounced;

	}

}
