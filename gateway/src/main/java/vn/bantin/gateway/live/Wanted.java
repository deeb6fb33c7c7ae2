package vn.bantin.gateway.live;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import vn.bantin.service.problem.InvalidRequest;

/**
 * What a page wants to be told, and what it has.
 *
 * @param subjects what it shows
 * @param known the version that it has of a subject, by the ids of events
 */
record Wanted(Set<Subject> subjects, Map<String, Long> known) {

	private static final int MAX_ARTICLES = 100;

	private static final int MAX_WIDGETS = 10;

	private static final Pattern ARTICLE = Pattern.compile("[a-z0-9]{10}");

	private static final Pattern WEATHER = Pattern.compile("weather:([a-z0-9-]{1,50})");

	private static final Pattern KNOWN = Pattern.compile("([a-z0-9-]{1,70}):(\\d{1,18})");

	private static final Set<String> PARAMETERS = Set.of("articles", "widgets", "have");

	/**
	 * Reads a request.
	 * @param parameters its query parameters
	 * @param lastEventId the id of the last event that the client got
	 * @throws InvalidRequest if a parameter is unknown or its value is not allowed
	 */
	static Wanted of(Map<String, List<String>> parameters, @Nullable String lastEventId) {
		parameters.forEach((name, values) -> {
			if (!PARAMETERS.contains(name)) {
				throw new InvalidRequest(name, values.getFirst(),
						"no such parameter; there are articles, widgets and have");
			}
		});
		Set<Subject> subjects = new LinkedHashSet<>();
		for (String id : list(parameters, "articles", MAX_ARTICLES)) {
			if (!ARTICLE.matcher(id).matches()) {
				throw new InvalidRequest("articles", id, "the ids of articles, ten lower-case letters or digits each");
			}
			subjects.add(Subject.tally(id));
			subjects.add(Subject.article(id));
		}
		list(parameters, "widgets", MAX_WIDGETS).forEach((widget) -> subjects.add(widget(widget)));
		if (subjects.isEmpty()) {
			throw new InvalidRequest("articles", null, "the id of at least one article, unless widgets names a widget");
		}
		return new Wanted(subjects, known(list(parameters, "have", 2 * MAX_ARTICLES + MAX_WIDGETS), lastEventId));
	}

	private static List<String> list(Map<String, List<String>> parameters, String name, int most) {
		List<String> given = parameters.getOrDefault(name, List.of());
		List<String> values = given.stream().flatMap((each) -> Arrays.stream(each.split(",", most + 2))).toList();
		if (values.size() > most) {
			throw new InvalidRequest(name, String.join(",", given), "at most %d values".formatted(most));
		}
		return values;
	}

	private static Subject widget(String widget) {
		Matcher weather = WEATHER.matcher(widget);
		if (weather.matches()) {
			return Subject.weather(weather.group(1));
		}
		if (widget.equals("exchange-rates")) {
			return Subject.EXCHANGE_RATES;
		}
		throw new InvalidRequest("widgets", widget, "exchange-rates, or weather with a place, such as weather:ha-noi");
	}

	private static Map<String, Long> known(List<String> have, @Nullable String lastEventId) {
		Map<String, Long> known = new HashMap<>();
		for (String each : have) {
			Matcher version = KNOWN.matcher(each);
			if (!version.matches()) {
				throw new InvalidRequest("have", each, "ids of events, such as tally-7w118k73yv:17");
			}
			known.merge(version.group(1), Long.parseLong(version.group(2)), Math::max);
		}
		// An id that is none of ours says nothing.
		Matcher last = KNOWN.matcher((lastEventId != null) ? lastEventId : "");
		if (last.matches()) {
			known.merge(last.group(1), Long.parseLong(last.group(2)), Math::max);
		}
		return known;
	}

	/** Whether a version of a subject is news to the page. */
	boolean isNews(Subject subject, long version) {
		return version > this.known.getOrDefault(subject.toString(), -1L);
	}

}
