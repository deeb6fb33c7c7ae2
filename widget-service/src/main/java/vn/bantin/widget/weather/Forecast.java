package vn.bantin.widget.weather;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;
import vn.bantin.widget.provider.Source;
import vn.bantin.widget.provider.Times;

/**
 * The weather of a place: now, the next hours, the next days.
 *
 * @param place where
 * @param now the step that holds now
 * @param hours the next ones, at most 24
 * @param days local days beginning with today, at most 9
 * @param source who says so
 * @param times when
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Forecast(Where place, Now now, List<Hour> hours, List<Day> days, Source source, Times times) {

	/**
	 * The same forecast, heard again.
	 * @param times its new times
	 * @return with those
	 */
	public Forecast at(Times times) {
		return new Forecast(this.place, this.now, this.hours, this.days, this.source, times);
	}

	/**
	 * A place in a forecast.
	 *
	 * @param slug our name for it
	 * @param name of the province
	 * @param city whose weather it is
	 */
	public record Where(String slug, String name, String city) {
	}

	/**
	 * What the sky does.
	 *
	 * @param code MET Norway's symbol without day and night, {@code unknown} for one that
	 * we do not know
	 * @param text in Vietnamese, empty when unknown
	 */
	public record Condition(String code, String text) {
	}

	/**
	 * The present.
	 *
	 * @param at the step's time
	 * @param temperature in whole °C
	 * @param feelsLike in whole °C
	 * @param humidity in %, null when not said
	 * @param wind in whole km/h, null when not said
	 * @param condition the sky
	 */
	public record Now(Instant at, int temperature, int feelsLike, @Nullable Integer humidity, @Nullable Integer wind,
			Condition condition) {
	}

	/**
	 * An hour to come.
	 *
	 * @param at its beginning
	 * @param temperature in whole °C
	 * @param condition the sky
	 * @param precipitation in mm, null when not said
	 */
	public record Hour(Instant at, int temperature, Condition condition, @Nullable Double precipitation) {
	}

	/**
	 * A local day.
	 *
	 * @param date in Vietnam
	 * @param low in whole °C
	 * @param high in whole °C
	 * @param condition the sky around noon
	 * @param precipitation in mm, null when not said
	 */
	public record Day(LocalDate date, int low, int high, Condition condition, @Nullable Double precipitation) {
	}

}
