package vn.bantin.widget.fetching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import vn.bantin.widget.weather.Forecast;
import vn.bantin.widget.weather.Forecast.Condition;

/**
 * One step of MET Norway's time series.
 *
 * @param at its beginning
 * @param temperature in °C
 * @param humidity in %
 * @param wind in m/s
 * @param condition state of the sky until the next step
 * @param precipitation in mm until the next step
 * @param hourly whether it is an hour long, rather than six
 */
record Step(Instant at, double temperature, @Nullable Double humidity, @Nullable Double wind, Condition condition,
		@Nullable Double precipitation, boolean hourly) {

	private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

	LocalDate date() {
		return day(this.at);
	}

	static LocalDate day(Instant at) {
		return at.atZone(VIETNAM).toLocalDate();
	}

	Forecast.Now toNow() {
		return new Forecast.Now(this.at, whole(this.temperature), whole(feelsLike()),
				(this.humidity != null) ? whole(this.humidity) : null,
				(this.wind != null) ? whole(this.wind * 3.6) : null, this.condition);
	}

	Forecast.Hour toHour() {
		return new Forecast.Hour(this.at, whole(this.temperature), this.condition, this.precipitation);
	}

	static Forecast.Day toDay(LocalDate date, List<Step> steps) {
		double low = steps.stream().mapToDouble(Step::temperature).min().orElseThrow();
		double high = steps.stream().mapToDouble(Step::temperature).max().orElseThrow();
		Instant noon = date.atTime(13, 0).atZone(VIETNAM).toInstant();
		Step middle = steps.stream()
			.min(Comparator.comparing((step) -> Duration.between(step.at(), noon).abs()))
			.orElseThrow();
		return new Forecast.Day(date, whole(low), whole(high), middle.condition(), sumOfPrecipitation(steps));
	}

	/** In tenths of a millimetre, null when no step says anything. */
	private static @Nullable Double sumOfPrecipitation(List<Step> steps) {
		return steps.stream()
			.map(Step::precipitation)
			.filter(Objects::nonNull)
			.reduce(Double::sum)
			.map((sum) -> Math.round(sum * 10) / 10.0)
			.orElse(null);
	}

	/**
	 * The heat index above 26 °C and 40 % humidity, else the temperature, as MET Norway
	 * recommends. The formula is Rothfusz's regression, in °F.
	 */
	private double feelsLike() {
		if (this.humidity == null || this.temperature <= 26 || this.humidity <= 40) {
			return this.temperature;
		}
		double t = this.temperature * 1.8 + 32;
		double h = this.humidity;
		double index = -42.379 + 2.04901523 * t + 10.14333127 * h - 0.22475541 * t * h - 0.00683783 * t * t
				- 0.05481717 * h * h + 0.00122874 * t * t * h + 0.00085282 * t * h * h - 0.00000199 * t * t * h * h;
		return (index - 32) / 1.8;
	}

	/** Rounds half away from zero; {@code Math.round} would round −0.5 up. */
	static int whole(double value) {
		return BigDecimal.valueOf(value).setScale(0, RoundingMode.HALF_UP).intValue();
	}

}
