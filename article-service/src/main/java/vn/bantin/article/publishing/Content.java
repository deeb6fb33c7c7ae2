package vn.bantin.article.publishing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that a writer writes, already checked by {@link DraftReader}; all text is in
 * Unicode's composed form (NFC).
 *
 * @param title 1 to 300 characters
 * @param lead the summary above the text, at most 2,000 characters
 * @param sourceMark the paper's mark before the lead, such as {@code QPTĐ}
 * @param kind what sort of article
 * @param section slug of the section
 * @param tags names, at most 20
 * @param authors names, at most 10
 * @param leadPicture the picture above the text
 * @param body a ProseMirror document of the closed set that {@link BodyRules} allows
 * @param openForRating whether readers may rate it once it is published
 */
public record Content(String title, String lead, @Nullable String sourceMark, Kind kind, String section,
		List<String> tags, List<String> authors, @Nullable Picture leadPicture, JsonNode body, boolean openForRating) {

	public Content {
		tags = List.copyOf(tags);
		authors = List.copyOf(authors);
	}

	/**
	 * Writes the content as the newsroom sends and receives it, and as it is stored.
	 * @return the fields of a draft
	 */
	public ObjectNode json() {
		ObjectNode node = JsonNodeFactory.instance.objectNode().put("title", this.title).put("lead", this.lead);
		if (this.sourceMark != null) {
			node.put("sourceMark", this.sourceMark);
		}
		node.put("kind", this.kind.code()).put("section", this.section);
		ArrayNode names = node.putArray("tags");
		this.tags.forEach(names::add);
		ArrayNode people = node.putArray("authors");
		this.authors.forEach((name) -> people.addObject().put("name", name));
		if (this.leadPicture != null) {
			node.set("leadPicture", this.leadPicture.json());
		}
		node.set("body", this.body);
		return node.put("openForRating", this.openForRating);
	}

	/**
	 * Reads what {@link #json} wrote. Nothing is checked again: rules may have become
	 * stricter since.
	 * @param node the fields
	 * @return the content
	 */
	public static Content read(JsonNode node) {
		List<String> tags = node.path("tags").valueStream().map(JsonNode::asString).toList();
		List<String> authors = node.path("authors").valueStream().map((it) -> it.path("name").asString()).toList();
		JsonNode picture = node.get("leadPicture");
		return new Content(node.path("title").asString(), node.path("lead").asString(), text(node, "sourceMark"),
				Kind.of(node.path("kind").asString()).orElse(Kind.ARTICLE), node.path("section").asString(), tags,
				authors, (picture != null) ? Picture.read(picture) : null, node.path("body"),
				node.path("openForRating").asBoolean(true));
	}

	private static @Nullable String text(JsonNode node, String field) {
		String text = node.path(field).asString("");
		return text.isEmpty() ? null : text;
	}

	/** What sort of article it is; the page is laid out by it. */
	public enum Kind {

		/** Text, with or without pictures. */
		ARTICLE("article"),

		/** Pictures in order, each with its caption. */
		PHOTO_STORY("photo-story");

		private final String code;

		Kind(String code) {
			this.code = code;
		}

		/** Its code in the API and in events: lower case with hyphens. */
		String code() {
			return this.code;
		}

		/** The kind with this code, empty when there is none. */
		static Optional<Kind> of(String code) {
			return Stream.of(values()).filter((kind) -> kind.code.equals(code)).findFirst();
		}

	}

	/**
	 * A picture as an article shows it.
	 *
	 * @param media id of the stored picture
	 * @param alt what it shows, for readers who cannot see it; never empty
	 * @param caption the words below it
	 * @param credit who made it
	 * @param width of the original in pixels
	 * @param height of the original in pixels
	 */
	public record Picture(String media, String alt, @Nullable String caption, @Nullable String credit, int width,
			int height) {

		/** The same for newsroom, events and readers. */
		ObjectNode json() {
			ObjectNode node = JsonNodeFactory.instance.objectNode().put("media", this.media).put("alt", this.alt);
			if (this.caption != null) {
				node.put("caption", this.caption);
			}
			if (this.credit != null) {
				node.put("credit", this.credit);
			}
			return node.put("width", this.width).put("height", this.height);
		}

		static Picture read(JsonNode node) {
			return new Picture(node.path("media").asString(""), node.path("alt").asString(""), text(node, "caption"),
					text(node, "credit"), node.path("width").asInt(0), node.path("height").asInt(0));
		}

	}

}
