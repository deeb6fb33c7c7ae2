package vn.bantin.article.publishing;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Content in JSON as the newsroom sends and gets it, and as it is stored. */
public final class ContentJson {

	private ContentJson() {
	}

	/**
	 * Writes content.
	 * @param content what a writer wrote
	 * @return the fields of a draft
	 */
	public static ObjectNode write(Content content) {
		ObjectNode node = JsonNodeFactory.instance.objectNode()
			.put("title", content.title())
			.put("lead", content.lead());
		if (content.sourceMark() != null) {
			node.put("sourceMark", content.sourceMark());
		}
		node.put("kind", content.kind().code()).put("section", content.section());
		ArrayNode tags = node.putArray("tags");
		content.tags().forEach(tags::add);
		ArrayNode authors = node.putArray("authors");
		content.authors().forEach((name) -> authors.addObject().put("name", name));
		if (content.leadPicture() != null) {
			node.set("leadPicture", PictureJson.of(content.leadPicture()));
		}
		node.set("body", content.body());
		return node.put("openForRating", content.openForRating());
	}

	/**
	 * Reads what {@link #write} wrote; nothing is checked again, since rules may have
	 * become stricter meanwhile.
	 * @param node the fields
	 * @return the content
	 */
	public static Content read(JsonNode node) {
		List<String> tags = node.path("tags").valueStream().map(JsonNode::asString).toList();
		List<String> authors = node.path("authors").valueStream().map((it) -> it.path("name").asString()).toList();
		return new Content(node.path("title").asString(), node.path("lead").asString(), text(node, "sourceMark"),
				Kind.of(node.path("kind").asString()).orElse(Kind.ARTICLE), node.path("section").asString(), tags,
				authors, picture(node.get("leadPicture")), node.path("body"),
				node.path("openForRating").asBoolean(true));
	}

	private static @Nullable Picture picture(@Nullable JsonNode node) {
		if (node == null) {
			return null;
		}
		return new Picture(node.path("media").asString(), node.path("alt").asString(), text(node, "caption"),
				text(node, "credit"), node.path("width").asInt(), node.path("height").asInt());
	}

	private static @Nullable String text(JsonNode node, String field) {
		String text = node.path(field).asString("");
		return text.isEmpty() ? null : text;
	}

}
