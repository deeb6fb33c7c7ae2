package vn.bantin.gateway.site.box;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import vn.bantin.gateway.site.answer.Fields;
import vn.bantin.gateway.site.answer.Name;

/**
 * The weather at one place, now and on the next days. Without values when nothing is
 * known.
 *
 * @param place the province
 * @param now the weather now
 * @param days the next days
 * @param freshness where it comes from and how old it is
 */
record Forecast(@Nullable Name place, @Nullable Now now, List<Day> days, Freshness freshness) {

	private static final int DAYS = 5;

	/**
	 * Reads a forecast.
	 * @param fields the forecast as widget-service answers it
	 * @return the forecast
	 */
	static Forecast read(Fields fields) {
		Name place = Name.read(fields.object("place")).orElse(null);
		Freshness freshness = Freshness.read(fields);
		if (Freshness.missing(fields)) {
			return new Forecast(place, null, List.of(), freshness);
		}
		return new Forecast(place, Now.read(fields.object("now")),
				fields.list("days").stream().flatMap((day) -> Day.read(day).stream()).toList(), freshness);
	}

	/**
	 * The days still worth telling: an old forecast begins with days that are over.
	 * @param today the day it is
	 * @return at most five days, today first
	 */
	List<Day> daysFrom(LocalDate today) {
		return this.days.stream().filter((day) -> !day.date().isBefore(today)).limit(DAYS).toList();
	}

	/**
	 * The weather now.
	 *
	 * @param at when
	 * @param temperature in degrees Celsius
	 * @param feelsLike what it feels like, in degrees Celsius
	 * @param humidity relative humidity in percent
	 * @param wind in kilometres an hour
	 * @param sky what the sky looks like
	 */
	record Now(@Nullable Instant at, BigDecimal temperature, @Nullable BigDecimal feelsLike,
			@Nullable BigDecimal humidity, @Nullable BigDecimal wind, Sky sky) {

		private static @Nullable Now read(Fields fields) {
			return fields.number("temperature")
				.map((temperature) -> new Now(fields.instant("at").orElse(null), temperature,
						fields.number("feelsLike").orElse(null), fields.number("humidity").orElse(null),
						fields.number("wind").orElse(null), Sky.read(fields.object("condition"))))
				.orElse(null);
		}

	}

	/**
	 * The weather of one day.
	 *
	 * @param date the day
	 * @param low the lowest temperature
	 * @param high the highest temperature
	 * @param sky what the sky looks like
	 */
	record Day(LocalDate date, @Nullable BigDecimal low, @Nullable BigDecimal high, Sky sky) {

		private static List<Day> read(Fields fields) {
			return fields.date("date")
				.map((date) -> new Day(date, fields.number("low").orElse(null), fields.number("high").orElse(null),
						Sky.read(fields.object("condition"))))
				.stream()
				.toList();
		}

	}

}
