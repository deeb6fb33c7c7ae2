package vn.bantin.widget.web;

import java.time.Clock;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.bantin.service.problem.InvalidRequest;
import vn.bantin.widget.latest.LatestValues;
import vn.bantin.widget.weather.Place;
import vn.bantin.widget.weather.Places;

/** Answers with the weather of a place. */
@RestController
@RequestMapping("/api/widgets/weather")
class WeatherController {

	private static final String CAPITAL = "ha-noi";

	private final LatestValues latest;

	private final Places places;

	private final Clock clock;

	WeatherController(LatestValues latest, Places places, Clock clock) {
		this.latest = latest;
		this.places = places;
		this.clock = clock;
	}

	/**
	 * The weather of a place.
	 * @param place its slug; the capital without one
	 */
	@GetMapping
	ResponseEntity<WeatherAnswer> weather(@RequestParam(required = false) @Nullable String place) {
		Place found = find((place != null) ? place : CAPITAL);
		return answer(this.latest.forecast(found.slug())
			.map((forecast) -> WeatherAnswer.of(forecast, this.clock.instant()))
			.orElseGet(() -> WeatherAnswer.missing(found)));
	}

	private Place find(String place) {
		return this.places.find(place)
			.orElseThrow(() -> new InvalidRequest("place", place,
					"one of " + String.join(", ", this.places.all().stream().map(Place::slug).toList())));
	}

	/**
	 * The places to choose from.
	 */
	@GetMapping("/places")
	ResponseEntity<Choice> places() {
		return answer(new Choice(this.places.all().stream().map(this::item).toList()));
	}

	private Choice.Item item(Place place) {
		return new Choice.Item(place.slug(), place.name(), place.city(), this.latest.forecast(place.slug()).isPresent(),
				place.formerly());
	}

	private static <T> ResponseEntity<T> answer(T body) {
		return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(body);
	}

	/**
	 * The places to choose from.
	 *
	 * @param items all of them
	 */
	record Choice(List<Item> items) {

		/**
		 * A place.
		 *
		 * @param slug what to ask for
		 * @param name of the province
		 * @param city the city that the forecast is for
		 * @param available whether there is a forecast now
		 * @param formerly names of provinces that have become part of it
		 */
		record Item(String slug, String name, String city, boolean available, List<String> formerly) {
		}

	}

}
