package vn.bantin.gateway.site.story;

import java.util.List;

/** The closed set of blocks that the text of an article is made of. */
sealed interface Block {

	/**
	 * A paragraph.
	 *
	 * @param text its text
	 */
	record Paragraph(List<Inline> text) implements Block {
	}

	/**
	 * A sub-heading.
	 *
	 * @param level 2 or 3
	 * @param anchor its name for links to it
	 * @param text its text
	 */
	record Heading(int level, String anchor, List<Inline> text) implements Block {

		/** The words without their looks. */
		String words() {
			return Body.words(this.text);
		}

	}

	/**
	 * A picture between the paragraphs.
	 *
	 * @param number its place among the pictures of the text, from 1
	 * @param picture the picture
	 */
	record Image(int number, Picture picture) implements Block {
	}

	/**
	 * Pictures that belong together.
	 *
	 * @param images the pictures in order
	 */
	record Gallery(List<Image> images) implements Block {
	}

	/**
	 * A quotation.
	 *
	 * @param content the quoted blocks
	 */
	record Quote(List<Block> content) implements Block {
	}

	/**
	 * A list.
	 *
	 * @param ordered whether it is numbered
	 * @param start the first number
	 * @param items the blocks of each item
	 */
	record Items(boolean ordered, int start, List<List<Block>> items) implements Block {
	}

	/** A line between two parts. */
	record Rule() implements Block {
	}

	/**
	 * A table.
	 *
	 * @param rows its rows
	 */
	record Table(List<List<Cell>> rows) implements Block {
	}

	/**
	 * One cell of a table.
	 *
	 * @param header whether it names its row or column
	 * @param columns how many columns it spans
	 * @param rows how many rows it spans
	 * @param content what stands in it
	 */
	record Cell(boolean header, int columns, int rows, List<Block> content) {
	}

}
