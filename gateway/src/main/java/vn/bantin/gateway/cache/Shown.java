package vn.bantin.gateway.cache;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import vn.bantin.gateway.change.Tag;

/** What an answer of a service shows, by its address and its content. */
public final class Shown {

	private static final String ARTICLES = "/api/articles";

	private static final String ARTICLE = ARTICLES + "/";

	private static final String RATING = "/rating";

	private static final String WEATHER = "/api/widgets/weather";

	private static final String USUAL_PLACE = "ha-noi";

	/**
	 * By these a list takes in only some articles; one is enough to hear of a new one.
	 */
	private static final Map<String, Function<String, Tag>> FILTERS = Map.of("section", Tag::section, "tag", Tag::tag,
			"author", Tag::author, "kind", Tag::kind);

	private Shown() {
	}

	/**
	 * The tags of an answer.
	 * @param target its path and query, encoded
	 * @param content its JSON
	 * @return what it shows
	 */
	public static Collection<Tag> by(String target, JsonNode content) {
		UriComponents address = UriComponentsBuilder.fromUriString(target).build();
		String path = String.valueOf(address.getPath());
		List<Tag> tags = new ArrayList<>();
		if (path.equals(ARTICLE + "top-rated")) {
			items(content.path("items"), tags);
			content.path("items").forEach((item) -> tags.add(Tag.tally(item.path("id").stringValue(""))));
		}
		else if (path.startsWith(ARTICLE) && path.endsWith(RATING)) {
			String id = path.substring(ARTICLE.length(), path.length() - RATING.length());
			tags.add(Tag.article(id));
			tags.add(Tag.tally(id));
		}
		else if (path.startsWith(ARTICLE)) {
			tags.add(Tag.article(path.substring(ARTICLE.length())));
			items(content.path("related"), tags);
		}
		else if (path.equals(ARTICLES)) {
			tags.add(list(address.getQueryParams()));
			items(content.path("items"), tags);
		}
		else if (path.equals("/api/tags")) {
			tags.add(Tag.ARTICLES);
		}
		else if (path.equals(WEATHER)) {
			String place = address.getQueryParams().getFirst("place");
			tags.add(Tag.forecast((place != null) ? place : USUAL_PLACE));
		}
		else if (path.startsWith("/api/widgets/exchange-rates")) {
			tags.add(Tag.EXCHANGE_RATES);
		}
		return tags;
	}

	private static Tag list(MultiValueMap<String, String> query) {
		if (!query.containsKey("q")) {
			for (Map.Entry<String, Function<String, Tag>> filter : FILTERS.entrySet()) {
				String value = query.getFirst(filter.getKey());
				if (value != null) {
					return filter.getValue().apply(value);
				}
			}
		}
		return Tag.ARTICLES;
	}

	private static void items(JsonNode items, List<Tag> tags) {
		items.forEach((item) -> tags.add(Tag.article(item.path("id").stringValue(""))));
	}

	/** The article that an answer is about, or whose rating it is. */
	static Optional<String> article(String path) {
		if (!path.startsWith(ARTICLE)) {
			return Optional.empty();
		}
		String rest = path.substring(ARTICLE.length());
		String id = rest.endsWith(RATING) ? rest.substring(0, rest.length() - RATING.length()) : rest;
		return (id.contains("/") || id.equals("top-rated")) ? Optional.empty() : Optional.of(id);
	}

	/**
	 * Notes what an answer shows, and in which state.
	 * @param target its path and query, encoded
	 * @param content its JSON
	 * @param dependencies takes it
	 */
	static void note(String target, JsonNode content, Dependencies dependencies) {
		dependencies.on(by(target, content));
		if (target.startsWith(ARTICLE)) {
			dependencies.revision(content.path("revision").longValue(0));
			dependencies.tally(content.path("version").longValue(0));
		}
	}

}
