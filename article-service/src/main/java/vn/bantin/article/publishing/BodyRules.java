package vn.bantin.article.publishing;

import vn.bantin.service.problem.Violation;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a body may contain: a ProseMirror document in JSON from a closed set of nodes and
 * marks. It returns a copy with nothing but what is allowed, and collects every fault
 * with its place.
 */
final class BodyRules {

	private static final int DEEPEST = 12;

	private static final Set<String> INLINE = Set.of("text", "hardBreak");

	private static final Set<String> BLOCKS = Set.of("paragraph", "heading", "image", "gallery", "blockquote",
			"bulletList", "orderedList", "horizontalRule", "table");

	/** Which children each node may have; none makes it a leaf. */
	private static final Map<String, Set<String>> CHILDREN = Map.ofEntries(Map.entry("doc", BLOCKS),
			Map.entry("paragraph", INLINE), Map.entry("heading", INLINE), Map.entry("image", Set.of()),
			Map.entry("gallery", Set.of("image")),
			Map.entry("blockquote", Set.of("paragraph", "bulletList", "orderedList")),
			Map.entry("bulletList", Set.of("listItem")), Map.entry("orderedList", Set.of("listItem")),
			Map.entry("listItem", Set.of("paragraph", "bulletList", "orderedList")),
			Map.entry("horizontalRule", Set.of()), Map.entry("table", Set.of("tableRow")),
			Map.entry("tableRow", Set.of("tableHeader", "tableCell")), Map.entry("tableHeader", Set.of("paragraph")),
			Map.entry("tableCell", Set.of("paragraph")), Map.entry("text", Set.of()), Map.entry("hardBreak", Set.of()));

	private static final Set<String> MARKS = Set.of("bold", "italic", "link");

	private final Pictures pictures;

	private final List<Violation> faults;

	BodyRules(Pictures pictures, List<Violation> faults) {
		this.pictures = pictures;
		this.faults = faults;
	}

	ObjectNode check(@Nullable JsonNode body) {
		if (body == null || !body.isObject() || !"doc".equals(body.path("type").asString(""))) {
			fault("body", body, "a document: {\"type\": \"doc\", \"content\": […]}");
			return JsonNodeFactory.instance.objectNode();
		}
		return node(body, "body", 0);
	}

	private ObjectNode node(JsonNode source, String place, int depth) {
		String type = source.path("type").asString("");
		ObjectNode copy = JsonNodeFactory.instance.objectNode().put("type", type);
		if (depth > DEEPEST) {
			fault(place, null, "at most " + DEEPEST + " levels");
			return copy;
		}
		Set<String> known = new TreeSet<>(Set.of("type"));
		switch (type) {
			case "text" -> {
				known.addAll(Set.of("text", "marks"));
				text(source, place, copy);
			}
			case "heading" -> {
				known.addAll(Set.of("attrs", "content"));
				heading(source, place, copy);
			}
			case "image" -> {
				known.add("attrs");
				copy.set("attrs", picture(source.get("attrs"), place + ".attrs"));
			}
			default -> {
				if (!leaf(type)) {
					known.add("content");
				}
			}
		}
		onlyKnown(source, known, place);
		if (!leaf(type)) {
			children(source, place, depth, copy, CHILDREN.getOrDefault(type, Set.of()));
		}
		return copy;
	}

	private static boolean leaf(String type) {
		return CHILDREN.getOrDefault(type, Set.of()).isEmpty();
	}

	private void children(JsonNode source, String place, int depth, ObjectNode copy, Set<String> allowed) {
		JsonNode content = source.get("content");
		if (content == null) {
			return;
		}
		if (!content.isArray()) {
			fault(place + ".content", content, "a list of nodes");
			return;
		}
		ArrayNode children = copy.putArray("content");
		for (int i = 0; i < content.size(); i++) {
			String childPlace = place + ".content[" + i + "]";
			JsonNode child = content.get(i);
			String type = child.path("type").asString("");
			if (allowed.contains(type)) {
				children.add(node(child, childPlace, depth + 1));
			}
			else {
				fault(childPlace + ".type", type.isEmpty() ? child.get("type") : type,
						"one of " + String.join(", ", new TreeSet<>(allowed)));
			}
		}
	}

	private void text(JsonNode source, String place, ObjectNode copy) {
		JsonNode text = source.get("text");
		if (text == null || !text.isString() || text.asString().isEmpty() || !Text.isReadable(text.asString())) {
			fault(place + ".text", text, "text of at least one character, no control characters");
			return;
		}
		copy.put("text", Normalizer.normalize(text.asString(), Normalizer.Form.NFC));
		JsonNode marks = source.get("marks");
		if (marks == null) {
			return;
		}
		if (!marks.isArray()) {
			fault(place + ".marks", marks, "a list of marks");
			return;
		}
		ArrayNode copies = copy.putArray("marks");
		for (int i = 0; i < marks.size(); i++) {
			mark(marks.get(i), place + ".marks[" + i + "]", copies);
		}
	}

	private void mark(JsonNode mark, String place, ArrayNode copies) {
		String type = mark.path("type").asString("");
		if (!MARKS.contains(type)) {
			fault(place + ".type", type, "one of " + String.join(", ", new TreeSet<>(MARKS)));
			return;
		}
		ObjectNode copy = copies.addObject().put("type", type);
		if (!"link".equals(type)) {
			onlyKnown(mark, Set.of("type"), place);
			return;
		}
		onlyKnown(mark, Set.of("type", "attrs"), place);
		String href = mark.path("attrs").path("href").asString("");
		onlyKnown(mark.path("attrs"), Set.of("href"), place + ".attrs");
		if (!safeLink(href)) {
			fault(place + ".attrs.href", href, "an address that starts with https:, http:, mailto: or a single /");
		}
		copy.putObject("attrs").put("href", href);
	}

	static boolean safeLink(String href) {
		if (!Text.isReadable(href)) {
			return false;
		}
		try {
			URI uri = new URI(href);
			if (uri.getScheme() == null) {
				return href.startsWith("/") && !href.startsWith("//");
			}
			return switch (uri.getScheme()) {
				case "http", "https" -> uri.getHost() != null;
				case "mailto" -> true;
				default -> false;
			};
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	private void heading(JsonNode source, String place, ObjectNode copy) {
		JsonNode level = source.path("attrs").get("level");
		if (level == null || !level.isInt() || level.asInt() < 2 || level.asInt() > 3) {
			fault(place + ".attrs.level", level, "2 or 3");
			return;
		}
		onlyKnown(source.path("attrs"), Set.of("level"), place + ".attrs");
		copy.putObject("attrs").put("level", level.asInt());
	}

	/** Checks a picture's attributes and adds the original's size. */
	ObjectNode picture(@Nullable JsonNode attributes, String place) {
		ObjectNode copy = JsonNodeFactory.instance.objectNode();
		if (attributes == null || !attributes.isObject()) {
			fault(place, attributes, "media, alt, and optionally caption and credit");
			return copy;
		}
		onlyKnown(attributes, Set.of("media", "alt", "caption", "credit", "width", "height"), place);
		String media = attributes.path("media").asString("");
		copy.put("media", media);
		String alt = Text.composed(attributes.path("alt").asString(""));
		if (alt.isEmpty() || alt.length() > 500 || !Text.isReadable(alt)) {
			fault(place + ".alt", attributes.get("alt"), "what the picture shows, 1 to 500 characters");
		}
		copy.put("alt", alt);
		optionalText(attributes, "caption", 1000, place, copy);
		optionalText(attributes, "credit", 200, place, copy);
		this.pictures.size(media)
			.ifPresentOrElse((size) -> copy.put("width", size.width()).put("height", size.height()),
					() -> fault(place + ".media", media, "the id of a stored picture"));
		return copy;
	}

	private void optionalText(JsonNode attributes, String field, int longest, String place, ObjectNode copy) {
		JsonNode value = attributes.get(field);
		if (value == null || value.isNull()) {
			return;
		}
		if (!value.isString() || value.asString().length() > longest || !Text.isReadable(value.asString())) {
			fault(place + "." + field, value, "text of at most " + longest + " characters");
		}
		copy.put(field, Text.composed(value.asString("")));
	}

	private void onlyKnown(JsonNode node, Set<String> known, String place) {
		List<String> unknown = new ArrayList<>(node.propertyNames());
		unknown.removeAll(known);
		for (String name : unknown) {
			fault(place + "." + name, node.get(name), "no such field; known are " + String.join(", ", known));
		}
	}

	private void fault(String place, @Nullable Object value, String allowed) {
		this.faults.add(new Violation(place, value, allowed));
	}

}
