package vn.bantin.local.providers;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Plausible weather: colder in the north in winter, warmest in the afternoon, rain in the
 * southern summer. The same place and hour always give the same values.
 */
final class SampleWeather {

	private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

	private static final int HOURLY = 56;

	private static final int SIX_HOURLY = 28;

	private SampleWeather() {
	}

	/**
	 * Locationforecast 2.0 compact: hourly steps first, then one every six hours, the
	 * last without a period.
	 */
	static String forecast(double latitude, double longitude, Instant updated) {
		StringBuilder json = new StringBuilder(40_000);
		json.append(String.format(Locale.ROOT,
				"{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[%s,%s,12]},\"properties\":"
						+ "{\"meta\":{\"updated_at\":\"%s\",\"units\":{\"air_pressure_at_sea_level\":\"hPa\","
						+ "\"air_temperature\":\"celsius\",\"cloud_area_fraction\":\"%%\",\"precipitation_amount\":\"mm\","
						+ "\"relative_humidity\":\"%%\",\"wind_from_direction\":\"degrees\",\"wind_speed\":\"m/s\"}},"
						+ "\"timeseries\":[",
				longitude, latitude, updated));
		Instant time = updated;
		for (int i = 0; i < HOURLY; i++) {
			step(json, new Place(latitude, longitude), time, true, true);
			time = time.plus(Duration.ofHours(1));
		}
		time = time.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(6L * (time.atZone(VIETNAM).getHour() / 6 + 1)));
		for (int i = 0; i < SIX_HOURLY; i++) {
			step(json, new Place(latitude, longitude), time, false, i < SIX_HOURLY - 1);
			time = time.plus(Duration.ofHours(6));
		}
		json.setLength(json.length() - 1);
		return json.append("]}}").toString();
	}

	private static void step(StringBuilder json, Place place, Instant time, boolean hourly, boolean period) {
		ZonedDateTime local = time.atZone(VIETNAM);
		double rain = place.rain(local);
		json.append(String.format(Locale.ROOT,
				"{\"time\":\"%s\",\"data\":{\"instant\":{\"details\":{\"air_pressure_at_sea_level\":%.1f,"
						+ "\"air_temperature\":%.1f,\"cloud_area_fraction\":%.1f,\"relative_humidity\":%.1f,"
						+ "\"wind_from_direction\":%.1f,\"wind_speed\":%.1f}}",
				time, 1010 + 4 * place.noise(local, 1), place.temperature(local), 50 + 50 * place.noise(local, 2),
				Math.min(98, 74 + 14 * place.noise(local, 3) + 4 * rain), 90 + 60 * place.noise(local, 4),
				2.4 + 1.6 * place.noise(local, 5)));
		if (period) {
			json.append(String.format(Locale.ROOT,
					",\"next_12_hours\":{\"summary\":{\"symbol_code\":\"%s\"},\"details\":{}}",
					place.symbol(local, rain)));
			if (hourly) {
				json.append(String.format(Locale.ROOT,
						",\"next_1_hours\":{\"summary\":{\"symbol_code\":\"%s\"},\"details\":{\"precipitation_amount\":%.1f}}",
						place.symbol(local, rain), rain));
			}
			json.append(String.format(Locale.ROOT,
					",\"next_6_hours\":{\"summary\":{\"symbol_code\":\"%s\"},\"details\":{\"precipitation_amount\":%.1f}}",
					place.symbol(local, rain), rain * 3));
		}
		json.append("}},");
	}

	private record Place(double latitude, double longitude) {

		double temperature(ZonedDateTime local) {
			double summer = Math.cos((local.getDayOfYear() - 190) / 365.0 * 2 * Math.PI);
			double north = Math.max(0, Math.min(1, (this.latitude - 10) / 12));
			double noon = Math.cos((local.getHour() - 14) / 24.0 * 2 * Math.PI);
			return 27.5 - 3.5 * north + (0.8 + 6 * north) * summer + 3.6 * noon + 1.2 * noise(local, 6);
		}

		double rain(ZonedDateTime local) {
			double summer = Math.cos((local.getDayOfYear() - 200) / 365.0 * 2 * Math.PI);
			double wet = noise(local.truncatedTo(ChronoUnit.DAYS).withHour(local.getHour() / 3), 7) + 0.4 * summer;
			return (wet > 0.55) ? Math.round((wet - 0.5) * 60) / 10.0 : 0;
		}

		String symbol(ZonedDateTime local, double rain) {
			String light = (local.getHour() >= 6 && local.getHour() < 18) ? "_day" : "_night";
			if (rain > 3) {
				return "heavyrain";
			}
			if (rain > 1) {
				return "rainshowers" + light;
			}
			if (rain > 0) {
				return "lightrain";
			}
			double clouds = noise(local, 2);
			return (clouds > 0.4) ? "cloudy" : ((clouds > -0.3) ? "partlycloudy" : "fair") + light;
		}

		/** From -1 to 1, smooth from hour to hour, and deterministic. */
		double noise(ZonedDateTime local, int kind) {
			double hours = local.toEpochSecond() / 3600.0;
			double phase = this.latitude * 7.3 + this.longitude * 3.1 + kind * 1.7;
			return 0.6 * Math.sin(hours / 11 + phase) + 0.4 * Math.sin(hours / 29 + 2.3 * phase);
		}

	}

}
