package vn.bantin.local.content;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a sample article: lines of {@code field: value}, a line {@code ---}, then the
 * text in CommonMark.
 */
final class StoryReader {

	private static final Set<String> FIELDS = Set.of("title", "lead", "mark", "kind", "section", "tags", "authors",
			"picture");

	private final Parser parser = Parser.builder().build();

	Story read(String slug, String file) {
		String[] parts = file.replace("\r\n", "\n").split("\n---\n", 2);
		if (parts.length != 2) {
			throw new IllegalArgumentException(slug + " has no line --- between its fields and its text");
		}
		Map<String, String> fields = fields(slug, parts[0]);
		ObjectNode draft = JsonNodeFactory.instance.objectNode()
			.put("title", required(slug, fields, "title"))
			.put("lead", required(slug, fields, "lead"));
		if (fields.containsKey("mark")) {
			draft.put("sourceMark", fields.get("mark"));
		}
		draft.put("kind", fields.getOrDefault("kind", "article")).put("section", required(slug, fields, "section"));
		ArrayNode tags = draft.putArray("tags");
		names(fields.get("tags")).forEach(tags::add);
		ArrayNode authors = draft.putArray("authors");
		names(fields.get("authors")).forEach((name) -> authors.addObject().put("name", name));
		draft.set("leadPicture", picture(slug, required(slug, fields, "picture")));
		draft.set("body", new BodyWriter(slug).document(this.parser.parse(parts[1])));
		return new Story(slug, draft);
	}

	private static Map<String, String> fields(String slug, String lines) {
		Map<String, String> fields = new LinkedHashMap<>();
		for (String line : lines.split("\n")) {
			int colon = line.indexOf(": ");
			String field = (colon < 0) ? line : line.substring(0, colon);
			if (colon < 0 || !FIELDS.contains(field) || fields.containsKey(field)) {
				throw new IllegalArgumentException("%s has an unknown or repeated field: '%s'".formatted(slug, line));
			}
			fields.put(field, line.substring(colon + 2).strip());
		}
		return fields;
	}

	private static String required(String slug, Map<String, String> fields, String field) {
		String value = fields.get(field);
		if (value == null || value.isEmpty()) {
			throw new IllegalArgumentException(slug + " has no " + field);
		}
		return value;
	}

	private static List<String> names(@Nullable String commaList) {
		return (commaList == null) ? List.of() : Arrays.stream(commaList.split(",")).map(String::strip).toList();
	}

	private ObjectNode picture(String slug, String markdown) {
		Node paragraph = this.parser.parse(markdown).getFirstChild();
		List<Node> children = Stream.iterate(paragraph.getFirstChild(), (it) -> it != null, Node::getNext).toList();
		if (children.size() != 1 || !(children.getFirst() instanceof Image image)) {
			throw new IllegalArgumentException(slug + " must have exactly one picture in its field picture");
		}
		return new BodyWriter(slug).attributes(image);
	}

}
