package vn.bantin.widget.weather;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.widget.provider.Rejected;
import vn.bantin.widget.provider.Source;
import vn.bantin.widget.provider.Times;
import vn.bantin.widget.weather.Forecast.Condition;

/**
 * Locationforecast 2.0 compact of MET Norway: hourly for two to three days, then
 * six-hourly, in UTC. Days are counted in Vietnam's time from its steps, since compact
 * has none. Its terms: developer.yr.no.
 */
public final class MetNorway {

	private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

	private static final JsonMapper json = JsonMapper.shared();

	private static final int COLDEST = -20;

	private static final int HOTTEST = 55;

	private final boolean sample;

	/**
	 * Reads answers.
	 * @param sample whether they come from the sample provider
	 */
	public MetNorway(boolean sample) {
		this.sample = sample;
	}

	/**
	 * The address to ask.
	 * @param base of the API
	 * @param place for where
	 * @return with at most four decimals, as the terms ask
	 */
	public static URI uri(URI base, Place place) {
		return URI.create(String.format(Locale.ROOT, "%s/weatherapi/locationforecast/2.0/compact?lat=%.4f&lon=%.4f",
				base, place.latitude(), place.longitude()));
	}

	/**
	 * Reads and checks an answer.
	 * @param body as it came
	 * @param place for where
	 * @param fetched when it came
	 * @param expires until when it must not be asked again
	 * @return the forecast
	 * @throws Rejected if it is not to be believed
	 */
	public Forecast read(byte[] body, Place place, Instant fetched, Instant expires) throws Rejected {
		try {
			JsonNode properties = json.readTree(body).path("properties");
			Instant updated = Instant.parse(properties.path("meta").path("updated_at").asString(""));
			if (updated.isAfter(fetched.plus(Duration.ofMinutes(10)))) {
				throw new Rejected("updated at " + updated + ", which is in the future");
			}
			List<Step> steps = steps(properties.path("timeseries"));
			List<Step> ahead = steps.stream()
				.filter((step) -> step.at().isAfter(fetched.minus(Duration.ofHours(1))))
				.toList();
			if (ahead.isEmpty()) {
				throw new Rejected("no step from " + fetched + " on");
			}
			Times times = new Times(updated, fetched, validUntil(fetched, expires));
			Source source = new Source("MET Norway", "https://www.met.no/", this.sample);
			return new Forecast(new Forecast.Where(place.slug(), place.name(), place.city()), now(ahead.getFirst()),
					hours(ahead), days(ahead, fetched), source, times);
		}
		catch (JacksonException | DateTimeException ex) {
			throw new Rejected("cannot be read: " + ex.getMessage());
		}
	}

	/** At least half an hour and at most a day, whatever the header says. */
	static Instant validUntil(Instant fetched, Instant expires) {
		Instant earliest = fetched.plus(Duration.ofMinutes(30));
		Instant latest = fetched.plus(Duration.ofDays(1));
		return expires.isBefore(earliest) ? earliest : (expires.isAfter(latest) ? latest : expires);
	}

	private static List<Step> steps(JsonNode series) throws Rejected {
		List<Step> steps = new ArrayList<>();
		for (JsonNode node : series) {
			JsonNode data = node.path("data");
			JsonNode details = data.path("instant").path("details");
			JsonNode temperature = details.path("air_temperature");
			if (!temperature.isNumber()) {
				continue;
			}
			double degrees = temperature.asDouble();
			if (degrees < COLDEST || degrees > HOTTEST) {
				throw new Rejected("a temperature of " + degrees + " °C");
			}
			JsonNode next = data.has("next_1_hours") ? data.path("next_1_hours") : data.path("next_6_hours");
			JsonNode rain = next.path("details").path("precipitation_amount");
			steps.add(new Step(Instant.parse(node.path("time").asString("")), degrees,
					number(details, "relative_humidity"), number(details, "wind_speed"),
					Sky.of(next.path("summary").path("symbol_code").asString("")),
					rain.isNumber() ? rain.asDouble() : null, data.has("next_1_hours")));
		}
		steps.sort(Comparator.comparing(Step::at));
		return steps;
	}

	private static @Nullable Double number(JsonNode details, String field) {
		return details.path(field).isNumber() ? details.path(field).asDouble() : null;
	}

	private static Forecast.Now now(Step step) {
		return new Forecast.Now(step.at(), whole(step.temperature()), whole(feelsLike(step)),
				(step.humidity() != null) ? whole(step.humidity()) : null,
				(step.wind() != null) ? whole(step.wind() * 3.6) : null, step.condition());
	}

	/**
	 * The heat index above 26 °C and 40 % humidity, else the temperature: MET Norway's
	 * own advice. The formula is the regression of Rothfusz, in °F.
	 */
	private static double feelsLike(Step step) {
		if (step.humidity() == null || step.temperature() <= 26 || step.humidity() <= 40) {
			return step.temperature();
		}
		double t = step.temperature() * 1.8 + 32;
		double h = step.humidity();
		double index = -42.379 + 2.04901523 * t + 10.14333127 * h - 0.22475541 * t * h - 0.00683783 * t * t
				- 0.05481717 * h * h + 0.00122874 * t * t * h + 0.00085282 * t * h * h - 0.00000199 * t * t * h * h;
		return (index - 32) / 1.8;
	}

	private static List<Forecast.Hour> hours(List<Step> steps) {
		return steps.stream()
			.filter(Step::hourly)
			.limit(24)
			.map((step) -> new Forecast.Hour(step.at(), whole(step.temperature()), step.condition(), step.rain()))
			.toList();
	}

	private static List<Forecast.Day> days(List<Step> steps, Instant now) {
		NavigableMap<LocalDate, List<Step>> byDay = new TreeMap<>();
		for (Step step : steps) {
			LocalDate date = step.at().atZone(VIETNAM).toLocalDate();
			if (!date.isBefore(now.atZone(VIETNAM).toLocalDate())) {
				byDay.computeIfAbsent(date, (day) -> new ArrayList<>()).add(step);
			}
		}
		return byDay.entrySet().stream().limit(9).map((day) -> day(day.getKey(), day.getValue())).toList();
	}

	private static Forecast.Day day(LocalDate date, List<Step> steps) {
		double low = steps.stream().mapToDouble(Step::temperature).min().orElseThrow();
		double high = steps.stream().mapToDouble(Step::temperature).max().orElseThrow();
		Instant noon = date.atTime(13, 0).atZone(VIETNAM).toInstant();
		Step middle = steps.stream()
			.min(Comparator.comparing((step) -> Duration.between(step.at(), noon).abs()))
			.orElseThrow();
		List<Double> rains = new ArrayList<>();
		steps.forEach((step) -> {
			if (step.rain() != null) {
				rains.add(step.rain());
			}
		});
		Double rain = rains.isEmpty() ? null
				: Math.round(rains.stream().mapToDouble(Double::doubleValue).sum() * 10) / 10.0;
		return new Forecast.Day(date, whole(low), whole(high), middle.condition(), rain);
	}

	/**
	 * Half up, and no minus before 0: {@code Math.round} and the default format know
	 * neither.
	 */
	static int whole(double value) {
		return BigDecimal.valueOf(value).setScale(0, RoundingMode.HALF_UP).intValue();
	}

	private record Step(Instant at, double temperature, @Nullable Double humidity, @Nullable Double wind,
			Condition condition, @Nullable Double rain, boolean hourly) {
	}

}
