package vn.bantin.gateway.site.story;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import vn.bantin.gateway.site.answer.Fields;

/**
 * The text of an article.
 *
 * @param blocks its blocks in order
 */
record Body(List<Block> blocks) {

	/** From this many words on, readers get a table of contents. */
	private static final int LONG = 400;

	/**
	 * Reads a text through the allow-list.
	 * @param document the ProseMirror document
	 * @return the text; what is not allowed is left out
	 */
	static Body read(Fields document) {
		return new Body(new BodyReader().blocks(document.list("content")));
	}

	/**
	 * The headings to choose from when the text is long.
	 * @return the headings in order, empty when a table of contents would not help
	 */
	List<Block.Heading> contents() {
		List<Block.Heading> headings = headings();
		return (headings.size() > 1 && wordCount() >= LONG) ? headings : List.of();
	}

	/** All pictures of the text in order, those of galleries too. */
	List<Block.Image> pictures() {
		return this.blocks.stream().flatMap(Body::picturesOf).toList();
	}

	static String words(List<Inline> text) {
		return text.stream().map(Body::words).collect(Collectors.joining());
	}

	private List<Block.Heading> headings() {
		List<Block.Heading> headings = new ArrayList<>();
		for (Block block : this.blocks) {
			if (block instanceof Block.Heading heading) {
				headings.add(heading);
			}
		}
		return headings;
	}

	private static String words(Inline inline) {
		return switch (inline) {
			case Inline.Run run -> run.text();
			case Inline.Break _ -> " ";
		};
	}

	private static Stream<Block.Image> picturesOf(Block block) {
		return switch (block) {
			case Block.Image image -> Stream.of(image);
			case Block.Gallery gallery -> gallery.images().stream();
			case Block.Quote quote -> quote.content().stream().flatMap(Body::picturesOf);
			case Block.Items items -> items.items().stream().flatMap(List::stream).flatMap(Body::picturesOf);
			case Block.Table table -> table.rows()
				.stream()
				.flatMap(List::stream)
				.flatMap((cell) -> cell.content().stream())
				.flatMap(Body::picturesOf);
			case Block.Paragraph _, Block.Heading _, Block.Rule _ -> Stream.empty();
		};
	}

	private int wordCount() {
		return this.blocks.stream().mapToInt(Body::wordCount).sum();
	}

	private static int wordCount(Block block) {
		return switch (block) {
			case Block.Paragraph paragraph -> wordCount(words(paragraph.text()));
			case Block.Heading heading -> wordCount(heading.words());
			case Block.Quote quote -> quote.content().stream().mapToInt(Body::wordCount).sum();
			case Block.Items items -> items.items().stream().flatMap(List::stream).mapToInt(Body::wordCount).sum();
			case Block.Image _, Block.Gallery _, Block.Rule _, Block.Table _ -> 0;
		};
	}

	private static int wordCount(String text) {
		return new StringTokenizer(text).countTokens();
	}

}
