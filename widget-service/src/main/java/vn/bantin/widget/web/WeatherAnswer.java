package vn.bantin.widget.web;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import vn.bantin.widget.provenance.Source;
import vn.bantin.widget.provenance.Times;
import vn.bantin.widget.weather.Forecast;
import vn.bantin.widget.weather.Place;

/**
 * A place's forecast and its state; without a forecast, the place and its state only.
 *
 * @param place the place
 * @param now the current hour
 * @param hours the next hours, at most 24
 * @param days days in Vietnam's time from today on, at most 9
 * @param source the provider
 * @param times of the whole forecast
 * @param state whether it is still valid
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WeatherAnswer(Forecast.Where place, Forecast.@Nullable Now now, @Nullable List<Forecast.Hour> hours,
		@Nullable List<Forecast.Day> days, @Nullable Source source, @Nullable Times times, State state) {

	static WeatherAnswer of(Forecast forecast, Instant now) {
		return new WeatherAnswer(forecast.place(), forecast.now(), forecast.hours(), forecast.days(), forecast.source(),
				forecast.times(), State.of(forecast.times(), now));
	}

	static WeatherAnswer missing(Place place) {
		return new WeatherAnswer(new Forecast.Where(place.slug(), place.name(), place.city()), null, null, null, null,
				null, State.MISSING);
	}

}
