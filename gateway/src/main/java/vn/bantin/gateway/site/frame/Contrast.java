package vn.bantin.gateway.site.frame;

import java.util.Locale;
import java.util.Optional;

/** The steps of contrast, from the usual to the strongest. */
enum Contrast {

	/** As designed. */
	NORMAL,
	/** Darker text, clearer borders. */
	HIGH,
	/** Nothing but the two extremes. */
	HIGHEST;

	static Optional<Contrast> parse(String name) {
		for (Contrast contrast : values()) {
			if (contrast.word().equals(name)) {
				return Optional.of(contrast);
			}
		}
		return Optional.empty();
	}

	/** The name in attributes and cookies. */
	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	Contrast stronger() {
		return values()[Math.min(ordinal() + 1, values().length - 1)];
	}

	Contrast weaker() {
		return values()[Math.max(ordinal() - 1, 0)];
	}

}
