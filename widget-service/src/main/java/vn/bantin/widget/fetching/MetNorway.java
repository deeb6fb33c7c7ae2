package vn.bantin.widget.fetching;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.widget.provenance.Source;
import vn.bantin.widget.provenance.Times;
import vn.bantin.widget.weather.Forecast;
import vn.bantin.widget.weather.Place;

/**
 * Reads MET Norway's Locationforecast 2.0 compact: hourly steps for two to three days,
 * then six-hourly ones, in UTC. It has no days, so they are made of the steps in
 * Vietnam's time. Terms of use: developer.yr.no.
 */
final class MetNorway {

	private static final JsonMapper json = JsonMapper.shared();

	private static final int COLDEST = -20;

	private static final int HOTTEST = 55;

	private final boolean sample;

	MetNorway(boolean sample) {
		this.sample = sample;
	}

	/** The address of a place's forecast, with at most four decimals as the terms ask. */
	static URI uri(URI base, Place place) {
		return URI.create(String.format(Locale.ROOT, "%s/weatherapi/locationforecast/2.0/compact?lat=%.4f&lon=%.4f",
				base, place.latitude(), place.longitude()));
	}

	/**
	 * Reads and checks an answer.
	 * @param body the JSON
	 * @param place of the forecast
	 * @param fetched when it was received
	 * @param expires when it may be requested again
	 * @return the forecast
	 * @throws Rejected if it cannot be read or is not plausible
	 */
	Forecast read(byte[] body, Place place, Instant fetched, Instant expires) throws Rejected {
		try {
			JsonNode properties = json.readTree(body).path("properties");
			Instant updated = Instant.parse(properties.path("meta").path("updated_at").asString(""));
			if (updated.isAfter(fetched.plus(Duration.ofMinutes(10)))) {
				throw new Rejected("updated at " + updated + ", which is in the future");
			}
			List<Step> steps = steps(properties.path("timeseries"), fetched.minus(Duration.ofHours(1)));
			if (steps.isEmpty()) {
				throw new Rejected("no step from " + fetched + " on");
			}
			return new Forecast(new Forecast.Where(place.slug(), place.name(), place.city()), steps.getFirst().toNow(),
					hours(steps), days(steps, fetched), new Source("MET Norway", "https://www.met.no/", this.sample),
					new Times(updated, fetched, validUntil(fetched, expires)));
		}
		catch (JacksonException | DateTimeException ex) {
			throw new Rejected("cannot be read: " + ex.getMessage());
		}
	}

	/** At least half an hour and at most a day, whatever the provider says. */
	private static Instant validUntil(Instant fetched, Instant expires) {
		Instant earliest = fetched.plus(Duration.ofMinutes(30));
		Instant latest = fetched.plus(Duration.ofDays(1));
		return expires.isBefore(earliest) ? earliest : (expires.isAfter(latest) ? latest : expires);
	}

	private static List<Step> steps(JsonNode series, Instant after) throws Rejected {
		List<Step> steps = new ArrayList<>();
		for (JsonNode node : series) {
			Step step = step(node);
			if (step != null && step.at().isAfter(after)) {
				steps.add(step);
			}
		}
		steps.sort(Comparator.comparing(Step::at));
		return steps;
	}

	/** Null for a step without temperature; the rest of it is optional. */
	private static @Nullable Step step(JsonNode node) throws Rejected {
		JsonNode data = node.path("data");
		JsonNode details = data.path("instant").path("details");
		Double temperature = number(details, "air_temperature");
		if (temperature == null) {
			return null;
		}
		if (temperature < COLDEST || temperature > HOTTEST) {
			throw new Rejected("a temperature of " + temperature + " °C");
		}
		boolean hourly = data.has("next_1_hours");
		JsonNode next = data.path(hourly ? "next_1_hours" : "next_6_hours");
		return new Step(Instant.parse(node.path("time").asString("")), temperature,
				number(details, "relative_humidity"), number(details, "wind_speed"),
				Sky.of(next.path("summary").path("symbol_code").asString("")),
				number(next.path("details"), "precipitation_amount"), hourly);
	}

	private static @Nullable Double number(JsonNode details, String field) {
		JsonNode value = details.path(field);
		return value.isNumber() ? value.asDouble() : null;
	}

	private static List<Forecast.Hour> hours(List<Step> steps) {
		return steps.stream().filter(Step::hourly).limit(24).map(Step::toHour).toList();
	}

	private static List<Forecast.Day> days(List<Step> steps, Instant now) {
		return steps.stream()
			.filter((step) -> !step.date().isBefore(Step.day(now)))
			.collect(Collectors.groupingBy(Step::date, TreeMap::new, Collectors.toList()))
			.entrySet()
			.stream()
			.limit(9)
			.map((day) -> Step.toDay(day.getKey(), day.getValue()))
			.toList();
	}

}
