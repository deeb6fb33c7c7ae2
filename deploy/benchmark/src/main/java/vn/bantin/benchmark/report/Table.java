package vn.bantin.benchmark.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A Markdown table with words in its first column and figures in the others.
 *
 * @param head the headings
 * @param lines the cells
 */
public record Table(List<String> head, List<List<String>> lines) {

	/** Stands for a missing figure. */
	public static final String NONE = "–";

	public Table {
		head = List.copyOf(head);
		lines = lines.stream().map(List::copyOf).toList();
	}

	String markdown() {
		String rule = "|---|" + "--:|".repeat(this.head.size() - 1);
		return line(this.head) + "\n" + rule + "\n"
				+ this.lines.stream().map((it) -> line(it) + "\n").collect(Collectors.joining());
	}

	private static String line(List<String> cells) {
		return cells.stream().map((cell) -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |"));
	}

	/**
	 * A figure with three significant digits.
	 * @param figure the figure
	 * @return without an exponent
	 */
	public static String figure(double figure) {
		double size = Math.abs(figure);
		int digits = (size >= 100) ? 0 : (size >= 10) ? 1 : (size >= 1) ? 2 : (size >= 0.1) ? 3 : 4;
		return String.format(Locale.ROOT, "%,." + digits + "f", figure);
	}

	/**
	 * A share.
	 * @param share from 0 to 1
	 * @return in whole percent
	 */
	public static String percent(double share) {
		return String.format(Locale.ROOT, "%.0f %%", share * 100);
	}

}
