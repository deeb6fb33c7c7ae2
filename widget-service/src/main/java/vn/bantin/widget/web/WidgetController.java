package vn.bantin.widget.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.bantin.widget.exchangerates.Board;
import vn.bantin.widget.exchangerates.Board.Rate;
import vn.bantin.widget.history.BoardHistory;
import vn.bantin.widget.newest.Newest;
import vn.bantin.widget.provenance.Times;
import vn.bantin.widget.weather.Forecast;
import vn.bantin.widget.weather.Place;
import vn.bantin.widget.weather.Places;

/**
 * The boxes beside the text. What is old says so; what is missing has no value, never a
 * zero.
 */
@RestController
class WidgetController {

	private static final Logger logger = LoggerFactory.getLogger(WidgetController.class);

	private static final Duration BARRIER = Duration.ofMillis(500);

	private static final Pattern SEEN = Pattern.compile("(forecasts|exchange-rates)-(\\d{1,5}):(\\d{1,18})");

	private final Newest newest;

	private final Places places;

	private final BoardHistory history;

	private final JsonMapper json;

	private final Clock clock;

	WidgetController(Newest newest, Places places, BoardHistory history, JsonMapper json, Clock clock) {
		this.newest = newest;
		this.places = places;
		this.history = history;
		this.json = json;
		this.clock = clock;
	}

	@GetMapping("/api/widgets/weather")
	ResponseEntity<?> weather(@RequestParam MultiValueMap<String, String> parameters,
			@RequestHeader(name = "X-Seen", required = false) @Nullable String seen, HttpServletResponse response) {
		Parameters.refuseUnknown(parameters, "place");
		String slug = Optional.ofNullable(parameters.getFirst("place")).orElse("ha-noi");
		Place place = this.places.find(slug)
			.orElseThrow(() -> new InvalidRequest("place", slug,
					"one of " + String.join(", ", this.places.all().stream().map(Place::slug).toList())));
		awaitSeen(seen, response);
		Optional<Forecast> forecast = this.newest.forecast(place.slug());
		ObjectNode answer = forecast.map((it) -> (ObjectNode) this.json.valueToTree(it)).orElseGet(() -> {
			ObjectNode missing = JsonNodeFactory.instance.objectNode();
			missing.putObject("place").put("slug", place.slug()).put("name", place.name()).put("city", place.city());
			return missing;
		});
		return answer(answer.put("state", state(forecast.map(Forecast::times))));
	}

	@GetMapping("/api/widgets/weather/places")
	ResponseEntity<?> places(@RequestParam MultiValueMap<String, String> parameters) {
		Parameters.refuseUnknown(parameters);
		ObjectNode answer = JsonNodeFactory.instance.objectNode();
		ArrayNode items = answer.putArray("items");
		for (Place place : this.places.all()) {
			ObjectNode item = items.addObject()
				.put("slug", place.slug())
				.put("name", place.name())
				.put("city", place.city())
				.put("available", this.newest.forecast(place.slug()).isPresent());
			ArrayNode formerly = item.putArray("formerly");
			place.formerly().forEach(formerly::add);
		}
		return answer(answer);
	}

	@GetMapping("/api/widgets/exchange-rates")
	ResponseEntity<?> exchangeRates(@RequestParam MultiValueMap<String, String> parameters,
			@RequestHeader(name = "X-Seen", required = false) @Nullable String seen, HttpServletResponse response) {
		Parameters.refuseUnknown(parameters);
		awaitSeen(seen, response);
		Optional<Board> board = this.newest.board();
		ObjectNode answer = board.map(this::withChanges)
			.orElseGet(() -> JsonNodeFactory.instance.objectNode().put("bank", "Vietcombank"));
		return answer(answer.put("state", state(board.map(Board::times))));
	}

	@GetMapping("/api/widgets/exchange-rates/{currency}/history")
	ResponseEntity<?> history(@PathVariable String currency, @RequestParam MultiValueMap<String, String> parameters) {
		Parameters.refuseUnknown(parameters, "days");
		int days = Parameters.number(parameters, "days", 1, 365, 30);
		if (!currency.matches("[A-Z]{3}")) {
			throw new InvalidRequest("currency", currency, "a code of three capital letters, such as USD");
		}
		ObjectNode answer = JsonNodeFactory.instance.objectNode().put("currency", currency);
		ArrayNode items = answer.putArray("items");
		for (Board board : this.history.since(BoardHistory.day(this.clock.instant()).minusDays(days))) {
			board.find(currency).ifPresent((rate) -> {
				ObjectNode item = items.addObject().put("date", BoardHistory.day(board.times().fetched()).toString());
				quote(item, "cashBuy", rate.cashBuy());
				quote(item, "transfer", rate.transfer());
				quote(item, "sell", rate.sell());
			});
		}
		return answer(answer);
	}

	private ObjectNode withChanges(Board board) {
		ObjectNode answer = this.json.valueToTree(board);
		Optional<Board> before = before(board);
		for (JsonNode item : answer.path("rates")) {
			Optional<Rate> then = before.flatMap((it) -> it.find(item.path("currency").asString()));
			Optional<Rate> now = board.find(item.path("currency").asString());
			if (then.isPresent() && now.isPresent()) {
				ObjectNode change = ((ObjectNode) item).putObject("change");
				quote(change, "cashBuy", difference(then.get().cashBuy(), now.get().cashBuy()));
				quote(change, "transfer", difference(then.get().transfer(), now.get().transfer()));
				quote(change, "sell", difference(then.get().sell(), now.get().sell()));
			}
			else {
				((ObjectNode) item).putNull("change");
			}
		}
		return answer;
	}

	/** The board is answered without changes while the database is away. */
	private Optional<Board> before(Board board) {
		try {
			return this.history.before(board);
		}
		catch (MongoException ex) {
			logger.info("No changes without the database: {}", ex.toString());
			return Optional.empty();
		}
	}

	private static @Nullable BigDecimal difference(@Nullable BigDecimal then, @Nullable BigDecimal now) {
		return (then != null && now != null) ? now.subtract(then) : null;
	}

	private static void quote(ObjectNode node, String field, @Nullable BigDecimal value) {
		node.put(field, (value != null) ? value.toPlainString() : null);
	}

	private String state(Optional<Times> times) {
		Instant now = this.clock.instant();
		return times.map((it) -> it.fresh(now) ? "fresh" : "old").orElse("missing");
	}

	private static ResponseEntity<?> answer(ObjectNode answer) {
		return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(answer);
	}

	private void awaitSeen(@Nullable String seen, HttpServletResponse response) {
		Matcher barrier = SEEN.matcher((seen != null) ? seen : "");
		if (!barrier.matches()) {
			return;
		}
		long end = System.nanoTime() + BARRIER.toNanos();
		while (!this.newest.passed(barrier.group(1), Integer.parseInt(barrier.group(2)),
				Long.parseLong(barrier.group(3)))) {
			if (System.nanoTime() > end) {
				response.setHeader("X-Behind", "true");
				return;
			}
			java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
		}
	}

}
