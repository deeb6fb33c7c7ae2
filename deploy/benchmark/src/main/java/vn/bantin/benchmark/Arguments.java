package vn.bantin.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import vn.bantin.benchmark.row.Rows;

/**
 * What the command line asks for.
 *
 * @param rows what is measured
 * @param articles how many the newspaper has
 * @param quick whether a look is enough
 * @param list whether only to say what there is
 * @param out where the Markdown is written, besides standard output
 * @param data below which folder everything is kept while it runs
 * @param jvm options of the services' JVMs
 */
record Arguments(Set<Rows> rows, int articles, boolean quick, boolean list, @Nullable Path out, Path data,
		List<String> jvm) {

	private static final int FEWEST = 200;

	private static final int MOST = 1_000_000;

	/** Small services start with the first compiler only; in a cluster they have both. */
	private static final List<String> BOTH_COMPILERS = List.of("-XX:TieredStopAtLevel=4");

	static Arguments read(List<String> arguments, Path usualData) {
		Set<Rows> rows = EnumSet.noneOf(Rows.class);
		int articles = 1000;
		boolean quick = false;
		boolean list = false;
		Path out = null;
		Path data = usualData;
		List<String> jvm = new ArrayList<>(BOTH_COMPILERS);
		List<String> rest = new ArrayList<>(arguments);
		while (!rest.isEmpty()) {
			String argument = rest.removeFirst();
			switch (argument) {
				case "--quick" -> quick = true;
				case "--list" -> list = true;
				case "--articles" -> articles = number(argument, value(argument, rest));
				case "--out" -> out = writable(Path.of(value(argument, rest)).toAbsolutePath());
				case "--data" -> data = Path.of(value(argument, rest)).toAbsolutePath();
				case "--jvm" -> jvm.add(value(argument, rest));
				default -> rows.add(row(argument));
			}
		}
		return new Arguments(rows.isEmpty() ? EnumSet.allOf(Rows.class) : rows, articles, quick, list, out, data,
				List.copyOf(jvm));
	}

	/** How many the largest of its newspapers has. */
	int mostArticles() {
		return this.rows.contains(Rows.GROWTH) ? Math.max(this.articles, Rows.mostArticles(this.quick)) : this.articles;
	}

	/** How it is measured, in words. */
	String method(Duration took) {
		return "%,d articles of about 8 KB; services with %s; %s; %d minutes in all.".formatted(this.articles,
				String.join(" ", this.jvm),
				this.quick ? "a quick look, not to be quoted" : "three rounds of 5 s, medians", took.toMinutes());
	}

	private static Rows row(String word) {
		if (word.startsWith("-")) {
			throw new CannotRun("There is no option '" + word
					+ "'; options are --articles N, --quick, --list, --out FILE, --data FOLDER, --jvm OPTION.");
		}
		return Rows.named(word)
			.orElseThrow(() -> new CannotRun("There is nothing called '" + word + "' to measure; known are "
					+ String.join(", ", Rows.words()) + "."));
	}

	private static String value(String option, List<String> rest) {
		if (rest.isEmpty()) {
			throw new CannotRun("The option " + option + " needs a value.");
		}
		return rest.removeFirst();
	}

	/** To be known before everything was measured. */
	private static Path writable(Path file) {
		Path folder = file.getParent();
		if (folder == null || !Files.isWritable(folder) || Files.isDirectory(file)) {
			throw new CannotRun("The file " + file + " cannot be written; name another with --out.");
		}
		return file;
	}

	private static int number(String option, String value) {
		if (value.matches("\\d{1,7}")) {
			int number = Integer.parseInt(value);
			if (number >= FEWEST && number <= MOST) {
				return number;
			}
		}
		throw new CannotRun("%s takes a whole number from %d to %d, not '%s'.".formatted(option, FEWEST, MOST, value));
	}

}
