package vn.bantin.widget.fetching;

import java.util.Map;

import vn.bantin.widget.weather.Forecast.Condition;

/** MET Norway's symbols in Vietnamese. The double s in two of them is the API's own. */
final class Sky {

	private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("clearsky", "Trời quang"),
			Map.entry("fair", "Ít mây"), Map.entry("partlycloudy", "Mây rải rác"), Map.entry("cloudy", "Nhiều mây"),
			Map.entry("fog", "Sương mù"), Map.entry("lightrain", "Mưa nhỏ"), Map.entry("rain", "Mưa vừa"),
			Map.entry("heavyrain", "Mưa to"), Map.entry("lightrainshowers", "Mưa rào nhẹ"),
			Map.entry("rainshowers", "Mưa rào"), Map.entry("heavyrainshowers", "Mưa rào rất to"),
			Map.entry("lightsleet", "Mưa băng giá"), Map.entry("sleet", "Mưa băng giá"),
			Map.entry("heavysleet", "Mưa băng giá"), Map.entry("lightsleetshowers", "Mưa băng giá"),
			Map.entry("sleetshowers", "Mưa băng giá"), Map.entry("heavysleetshowers", "Mưa băng giá"),
			Map.entry("lightsnow", "Tuyết nhẹ"), Map.entry("snow", "Tuyết"), Map.entry("heavysnow", "Tuyết dày"),
			Map.entry("lightsnowshowers", "Mưa tuyết nhẹ"), Map.entry("snowshowers", "Mưa tuyết"),
			Map.entry("heavysnowshowers", "Mưa tuyết to"), Map.entry("lightssleetshowersandthunder", "Dông"),
			Map.entry("lightssnowshowersandthunder", "Dông"));

	private static final Condition UNKNOWN = new Condition("unknown", "");

	private Sky() {
	}

	static Condition of(String symbol) {
		int variant = symbol.indexOf('_');
		String base = (variant < 0) ? symbol : symbol.substring(0, variant);
		String words = WORDS.get(base);
		if (words == null && base.endsWith("andthunder")
				&& WORDS.containsKey(base.substring(0, base.length() - "andthunder".length()))) {
			words = "Dông";
		}
		return (words != null) ? new Condition(base, words) : UNKNOWN;
	}

}
