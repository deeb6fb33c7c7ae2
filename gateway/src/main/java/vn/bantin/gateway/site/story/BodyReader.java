package vn.bantin.gateway.site.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import vn.bantin.gateway.site.answer.Fields;

/**
 * Reads one document through the allow-list, and numbers its headings and pictures.
 */
final class BodyReader {

	/** No honest text is nested deeper, and a hostile one must not exhaust the stack. */
	private static final int DEEPEST = 16;

	private static final int WIDEST_CELL = 20;

	private int headings;

	private int pictures;

	private int depth;

	List<Block> blocks(List<Fields> nodes) {
		if (this.depth == DEEPEST) {
			return List.of();
		}
		this.depth++;
		List<Block> blocks = new ArrayList<>();
		for (Fields node : nodes) {
			Block block = block(node);
			if (block != null) {
				blocks.add(block);
			}
		}
		this.depth--;
		return List.copyOf(blocks);
	}

	private @Nullable Block block(Fields node) {
		List<Fields> content = node.list("content");
		return switch (node.text("type").orElse("")) {
			case "paragraph" -> paragraph(content);
			case "heading" -> heading(node.object("attrs").whole("level", 2), content);
			case "image" -> image(node).orElse(null);
			case "gallery" -> gallery(content);
			case "blockquote" -> new Block.Quote(blocks(content));
			case "bulletList" -> new Block.Items(false, 1, items(content));
			case "orderedList" -> new Block.Items(true, node.object("attrs").whole("start", 1), items(content));
			case "horizontalRule" -> new Block.Rule();
			case "table" -> new Block.Table(rows(content));
			default -> null;
		};
	}

	private @Nullable Block paragraph(List<Fields> content) {
		List<Inline> text = text(content);
		return Body.words(text).isBlank() ? null : new Block.Paragraph(text);
	}

	private @Nullable Block heading(int level, List<Fields> content) {
		List<Inline> text = text(content);
		if (Body.words(text).isBlank()) {
			return null;
		}
		return new Block.Heading(Math.clamp(level, 2, 3), "muc-" + ++this.headings, text);
	}

	private Optional<Block.Image> image(Fields node) {
		return Picture.read(node.object("attrs")).map((picture) -> new Block.Image(++this.pictures, picture));
	}

	private @Nullable Block gallery(List<Fields> content) {
		List<Block.Image> images = content.stream()
			.filter((node) -> isType(node, "image"))
			.map(this::image)
			.flatMap(Optional::stream)
			.toList();
		return images.isEmpty() ? null : new Block.Gallery(images);
	}

	private List<List<Block>> items(List<Fields> content) {
		return content.stream()
			.filter((node) -> isType(node, "listItem"))
			.map((node) -> blocks(node.list("content")))
			.toList();
	}

	private List<List<Block.Cell>> rows(List<Fields> content) {
		return content.stream()
			.filter((node) -> isType(node, "tableRow"))
			.map((row) -> row.list("content")
				.stream()
				.filter((cell) -> isType(cell, "tableCell") || isType(cell, "tableHeader"))
				.map(this::cell)
				.toList())
			.toList();
	}

	private Block.Cell cell(Fields node) {
		Fields attributes = node.object("attrs");
		return new Block.Cell(isType(node, "tableHeader"), span(attributes.whole("colspan", 1)),
				span(attributes.whole("rowspan", 1)), blocks(node.list("content")));
	}

	private static int span(int cells) {
		return Math.clamp(cells, 1, WIDEST_CELL);
	}

	private static List<Inline> text(List<Fields> content) {
		List<Inline> text = new ArrayList<>();
		for (Fields node : content) {
			if (isType(node, "text")) {
				run(node).ifPresent(text::add);
			}
			else if (isType(node, "hardBreak")) {
				text.add(new Inline.Break());
			}
		}
		return List.copyOf(text);
	}

	/** Blanks at the ends count here: they keep this run apart from the next. */
	private static Optional<Inline> run(Fields node) {
		String text = node.unstripped("text");
		if (text.isEmpty()) {
			return Optional.empty();
		}
		boolean bold = false;
		boolean italic = false;
		String link = null;
		for (Fields mark : node.list("marks")) {
			switch (mark.text("type").orElse("")) {
				case "bold" -> bold = true;
				case "italic" -> italic = true;
				case "link" -> link = mark.object("attrs").link("href").orElse(null);
				default -> {
					// Not on the list: the words stay, their look does not.
				}
			}
		}
		return Optional.of(new Inline.Run(text, bold, italic, link));
	}

	private static boolean isType(Fields node, String type) {
		return node.text("type").filter(type::equals).isPresent();
	}

}
