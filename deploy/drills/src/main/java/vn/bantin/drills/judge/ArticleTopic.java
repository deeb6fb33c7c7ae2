package vn.bantin.drills.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import vn.bantin.drills.judge.Finding.Breach;

/**
 * The events of the topic {@code articles} since a drill began, by token and by id.
 */
final class ArticleTopic {

	/** The pattern of the titles, with the token as its group. */
	static final Pattern TOKEN = Pattern.compile("Tin (\\w+) bản");

	private final Map<String, Set<String>> ids = new TreeMap<>();

	private final Map<String, List<Event>> events = new HashMap<>();

	ArticleTopic(Evidence evidence) {
		evidence.events()
			.subList(evidence.since(), evidence.events().size())
			.stream()
			.filter((event) -> event.topic().equals("articles") && !event.planted())
			.forEach((event) -> {
				this.events.computeIfAbsent(event.key(), (id) -> new ArrayList<>()).add(event);
				Matcher matcher = TOKEN.matcher(title(event));
				if (matcher.find()) {
					this.ids.computeIfAbsent(matcher.group(1), (token) -> new TreeSet<>()).add(event.key());
				}
			});
	}

	static String title(Event event) {
		return event.data().path("article").path("title").asString("");
	}

	/** The ids of an article; one, if all is well. */
	Set<String> ids(String token) {
		return this.ids.getOrDefault(token, Set.of());
	}

	/** The events of an id, in order. */
	List<Event> events(String id) {
		return this.events.getOrDefault(id, List.of());
	}

	/** Articles with such a title that nobody wrote. */
	List<Finding> strangers(Set<String> tokens) {
		return this.ids.keySet()
			.stream()
			.filter((token) -> !tokens.contains(token))
			.map((token) -> new Finding(Breach.GHOST, token, "the topic has it, but nobody wrote it"))
			.toList();
	}

}
