package vn.bantin.gateway.site.box;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import vn.bantin.gateway.site.answer.Fields;

/**
 * What the sky looks like.
 *
 * @param text in words
 * @param icon which of the page's drawings shows it
 */
record Sky(@Nullable String text, Icon icon) {

	static Sky read(Fields fields) {
		return new Sky(fields.text("text").orElse(null), Icon.of(fields.text("code").orElse("")));
	}

	/**
	 * The drawings there are; each is a symbol of {@code icons.svg} under its lower-case
	 * name.
	 */
	enum Icon {

		/** Clear sky. */
		SUN,
		/** Some clouds. */
		PARTLY,
		/** Overcast, and whatever else is not known. */
		CLOUD,
		/** Fog or mist. */
		FOG,
		/** Rain, showers, drizzle. */
		RAIN,
		/** Thunder. */
		THUNDER,
		/** Snow or sleet. */
		SNOW;

		/**
		 * Codes are words such as {@code lightrainshowers_day}: the strongest thing that
		 * they name decides.
		 */
		private static Icon of(String code) {
			if (code.contains("thunder")) {
				return THUNDER;
			}
			if (code.contains("snow") || code.contains("sleet")) {
				return SNOW;
			}
			if (code.contains("rain") || code.contains("shower") || code.contains("drizzle")) {
				return RAIN;
			}
			if (code.contains("fog") || code.contains("mist")) {
				return FOG;
			}
			if (code.contains("partly") || code.contains("fair")) {
				return PARTLY;
			}
			return (code.contains("clear") || code.contains("sun")) ? SUN : CLOUD;
		}

		/** The name of the symbol. */
		String symbol() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
