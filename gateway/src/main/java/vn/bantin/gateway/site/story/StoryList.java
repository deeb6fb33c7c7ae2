package vn.bantin.gateway.site.story;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import vn.bantin.gateway.site.answer.Fields;

/**
 * One stretch of a list of articles.
 *
 * @param items the articles, newest first or best first
 * @param cursor where the next stretch begins, absent at the end
 */
public record StoryList(List<Story> items, @Nullable String cursor) {

	/** A list without articles. */
	public static final StoryList EMPTY = new StoryList(List.of(), null);

	/**
	 * Reads a list.
	 * @param fields the list as article-service answers it
	 * @return the list
	 */
	public static StoryList read(Fields fields) {
		return new StoryList(Story.readAll(fields.list("items")),
				fields.text("next").flatMap(StoryList::cursorOf).orElse(null));
	}

	/**
	 * The cursor stays in its encoded form: it comes out of one query and goes into
	 * another.
	 */
	private static Optional<String> cursorOf(String next) {
		String query;
		try {
			query = URI.create(next).getRawQuery();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
		if (query == null) {
			return Optional.empty();
		}
		return List.of(query.split("&"))
			.stream()
			.filter((parameter) -> parameter.startsWith("cursor="))
			.map((parameter) -> parameter.substring("cursor=".length()))
			.filter((cursor) -> !cursor.isEmpty())
			.findFirst();
	}

}
