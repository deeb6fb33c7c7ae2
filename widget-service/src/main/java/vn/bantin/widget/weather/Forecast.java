package vn.bantin.widget.weather;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;
import vn.bantin.widget.provenance.Source;
import vn.bantin.widget.provenance.Times;

/**
 * The weather of a place: now, the next hours, the next days.
 *
 * @param place the place
 * @param now the current hour
 * @param hours the next hours, at most 24
 * @param days days in Vietnam's time from today on, at most 9
 * @param source the provider
 * @param times of the whole forecast
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Forecast(Where place, Now now, List<Hour> hours, List<Day> days, Source source, Times times) {

	/**
	 * The same forecast, confirmed by its provider.
	 * @param times when it was confirmed, and until when it is valid now
	 * @return a copy with the new times
	 */
	public Forecast at(Times times) {
		return new Forecast(this.place, this.now, this.hours, this.days, this.source, times);
	}

	/**
	 * The place of a forecast.
	 *
	 * @param slug the place's identifier
	 * @param name of the province
	 * @param city the city that the forecast is for
	 */
	public record Where(String slug, String name, String city) {
	}

	/**
	 * The state of the sky.
	 *
	 * @param code MET Norway's symbol without its day or night variant, {@code unknown}
	 * for one that is not in our list
	 * @param text in Vietnamese, empty when unknown
	 */
	public record Condition(String code, String text) {
	}

	/**
	 * The present.
	 *
	 * @param at beginning of the hour
	 * @param temperature in whole °C
	 * @param feelsLike in whole °C
	 * @param humidity in %, null when unknown
	 * @param wind in whole km/h, null when unknown
	 * @param condition state of the sky
	 */
	public record Now(Instant at, int temperature, int feelsLike, @Nullable Integer humidity, @Nullable Integer wind,
			Condition condition) {
	}

	/**
	 * One of the next hours.
	 *
	 * @param at its beginning
	 * @param temperature in whole °C
	 * @param condition state of the sky
	 * @param precipitation in mm, null when unknown
	 */
	public record Hour(Instant at, int temperature, Condition condition, @Nullable Double precipitation) {
	}

	/**
	 * A day in Vietnam's time.
	 *
	 * @param date of the day
	 * @param low lowest temperature in whole °C
	 * @param high highest temperature in whole °C
	 * @param condition state of the sky around noon
	 * @param precipitation in mm, null when unknown
	 */
	public record Day(LocalDate date, int low, int high, Condition condition, @Nullable Double precipitation) {
	}

}
