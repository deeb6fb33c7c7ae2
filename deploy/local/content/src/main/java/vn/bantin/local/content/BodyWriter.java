package vn.bantin.local.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Converts parsed CommonMark to the ProseMirror document that the newsroom accepts. */
final class BodyWriter {

	private final String slug;

	BodyWriter(String slug) {
		this.slug = slug;
	}

	ObjectNode document(Node root) {
		return blocks("doc", root);
	}

	private ObjectNode blocks(String type, Node parent) {
		ObjectNode node = node(type);
		ArrayNode content = node.putArray("content");
		children(parent).map(this::block).forEach(content::add);
		return node;
	}

	private ObjectNode block(Node block) {
		return switch (block) {
			case Heading heading -> heading(heading);
			case Paragraph paragraph -> paragraph(paragraph);
			case BlockQuote quote -> blocks("blockquote", quote);
			case BulletList list -> blocks("bulletList", list);
			case OrderedList list -> blocks("orderedList", list);
			case ListItem item -> blocks("listItem", item);
			case ThematicBreak _ -> node("horizontalRule");
			default -> throw unsupported(block);
		};
	}

	private ObjectNode heading(Heading heading) {
		ObjectNode node = node("heading");
		node.putObject("attrs").put("level", heading.getLevel());
		return text(node, heading);
	}

	/** A paragraph of one picture becomes an image, one of several a gallery. */
	private ObjectNode paragraph(Paragraph paragraph) {
		List<Node> children = children(paragraph).filter((it) -> !(it instanceof SoftLineBreak)).toList();
		List<ObjectNode> images = children.stream()
			.filter(Image.class::isInstance)
			.map((it) -> (ObjectNode) node("image").set("attrs", attributes((Image) it)))
			.toList();
		if (images.isEmpty()) {
			return text(node("paragraph"), paragraph);
		}
		if (images.size() < children.size()) {
			throw new IllegalArgumentException(this.slug + " has a picture in the middle of text");
		}
		if (images.size() == 1) {
			return images.getFirst();
		}
		ObjectNode gallery = node("gallery");
		gallery.putArray("content").addAll(images);
		return gallery;
	}

	/** The title of a picture is its caption and credit, separated by a bar. */
	ObjectNode attributes(Image image) {
		StringBuilder alt = new StringBuilder();
		children(image).forEach((it) -> alt.append((it instanceof Text text) ? text.getLiteral() : " "));
		String[] title = Objects.requireNonNullElse(image.getTitle(), "").split("\\|", 2);
		if (title.length != 2) {
			throw new IllegalArgumentException("%s: the picture %s needs the title \"caption | credit\""
				.formatted(this.slug, image.getDestination()));
		}
		return JsonNodeFactory.instance.objectNode()
			.put("media", image.getDestination())
			.put("alt", alt.toString())
			.put("caption", title[0].strip())
			.put("credit", title[1].strip());
	}

	private ObjectNode text(ObjectNode node, Node parent) {
		List<ObjectNode> runs = new ArrayList<>();
		inline(parent, List.of(), runs);
		node.putArray("content").addAll(runs);
		return node;
	}

	private void inline(Node parent, List<ObjectNode> marks, List<ObjectNode> runs) {
		children(parent).forEach((child) -> {
			switch (child) {
				case Text text -> append(text.getLiteral(), marks, runs);
				case SoftLineBreak _ -> append(" ", marks, runs);
				case HardLineBreak _ -> runs.add(node("hardBreak"));
				case Emphasis emphasis -> inline(emphasis, with(marks, node("italic")), runs);
				case StrongEmphasis strong -> inline(strong, with(marks, node("bold")), runs);
				case Link link -> {
					ObjectNode mark = node("link");
					mark.putObject("attrs").put("href", link.getDestination());
					inline(link, with(marks, mark), runs);
				}
				default -> throw unsupported(child);
			}
		});
	}

	/** Extends the last run if its marks are the same, as after a soft line break. */
	private static void append(String text, List<ObjectNode> marks, List<ObjectNode> runs) {
		ArrayNode array = JsonNodeFactory.instance.arrayNode().addAll(marks);
		ObjectNode last = runs.isEmpty() ? null : runs.getLast();
		JsonNode lastMarks = (last != null && last.has("marks")) ? last.get("marks")
				: JsonNodeFactory.instance.arrayNode();
		if (last != null && last.has("text") && array.equals(lastMarks)) {
			last.put("text", last.get("text").asString() + text);
			return;
		}
		ObjectNode run = node("text").put("text", text);
		if (!marks.isEmpty()) {
			run.set("marks", array);
		}
		runs.add(run);
	}

	private static List<ObjectNode> with(List<ObjectNode> marks, ObjectNode mark) {
		return Stream.concat(marks.stream(), Stream.of(mark)).toList();
	}

	private static Stream<Node> children(Node parent) {
		return Stream.iterate(parent.getFirstChild(), Objects::nonNull, Node::getNext);
	}

	private static ObjectNode node(String type) {
		return JsonNodeFactory.instance.objectNode().put("type", type);
	}

	private IllegalArgumentException unsupported(Node node) {
		return new IllegalArgumentException(
				"%s has a %s, which articles do not support".formatted(this.slug, node.getClass().getSimpleName()));
	}

}
