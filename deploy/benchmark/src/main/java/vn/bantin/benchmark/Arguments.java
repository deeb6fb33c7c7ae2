package vn.bantin.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

import vn.bantin.benchmark.row.Rows;
import vn.bantin.drills.command.CannotRun;
import vn.bantin.drills.command.Requirements;
import vn.bantin.local.harness.Repository;

/** The command line of the benchmark. */
final class Arguments {

	private static final int FEWEST = 200;

	private static final int MOST = 1_000_000;

	/** Small services start with the first compiler only; in a cluster they have both. */
	private static final String BOTH_COMPILERS = "-XX:TieredStopAtLevel=4";

	/** What is needed for all but the articles, in MiB. */
	private static final long MEMORY = 6 * 1024;

	private static final long DISK = 1024;

	/** Topic, index and the room to merge it: a few times an article's 8 KB. */
	private static final long KIB_OF_AN_ARTICLE = 40;

	@Parameters(paramLabel = "ROW", description = "The rows to measure; all by default.")
	private List<String> rows = List.of();

	@Option(names = "--articles", paramLabel = "N", converter = Count.class,
			description = "How many articles there are.")
	private int articles = 1000;

	@Option(names = "--quick", description = "Short rounds, for a look.")
	private boolean quick;

	@Option(names = "--list", description = "Only lists the rows.")
	private boolean list;

	@Option(names = "--out", paramLabel = "FILE", converter = Writable.class,
			description = "Writes the document to a file too.")
	private @Nullable Path out;

	@Option(names = "--data", paramLabel = "FOLDER", description = "Where everything is kept meanwhile.")
	private Path data = Repository.root().resolve("deploy/benchmark/target");

	@Option(names = "--jvm", paramLabel = "OPTION", description = "One more option for the services' JVMs.")
	private List<String> jvm = List.of();

	/**
	 * What is measured, in the order of {@link Rows}.
	 * @throws CannotRun if one of the rows does not exist
	 */
	Set<Rows> rows() {
		Set<Rows> chosen = EnumSet.noneOf(Rows.class);
		this.rows.forEach((word) -> chosen.add(row(word)));
		return chosen.isEmpty() ? EnumSet.allOf(Rows.class) : chosen;
	}

	private static Rows row(String word) {
		return Stream.of(Rows.values())
			.filter((row) -> row.toString().equals(word))
			.findFirst()
			.orElseThrow(() -> new CannotRun("There is no row '%s'; there are %s.".formatted(word,
					Stream.of(Rows.values()).map(Rows::toString).collect(Collectors.joining(", ")))));
	}

	int articles() {
		return this.articles;
	}

	boolean quick() {
		return this.quick;
	}

	boolean list() {
		return this.list;
	}

	/** Where the Markdown is written besides standard output. */
	Optional<Path> out() {
		return Optional.ofNullable(this.out);
	}

	Path data() {
		return this.data.toAbsolutePath();
	}

	/** Options of the services' JVMs. */
	List<String> jvm() {
		return Stream.concat(Stream.of(BOTH_COMPILERS), this.jvm.stream()).toList();
	}

	/** What the largest of its newspapers needs. */
	Requirements requirements() {
		int most = rows().contains(Rows.GROWTH) ? Math.max(this.articles, Rows.mostArticles(this.quick))
				: this.articles;
		return new Requirements("the benchmark", MEMORY, DISK + KIB_OF_AN_ARTICLE * most / 1024);
	}

	/** How it is measured, in words. */
	String method(Duration took) {
		return "%,d articles of about 8 KB; services with %s; %s; %d minutes in all.".formatted(this.articles,
				String.join(" ", jvm()), this.quick ? "a quick look, not to be quoted" : "three rounds of 5 s, medians",
				took.toMinutes());
	}

	static final class Count implements ITypeConverter<Integer> {

		@Override
		public Integer convert(String value) {
			if (value.matches("\\d{1,7}")) {
				int number = Integer.parseInt(value);
				if (number >= FEWEST && number <= MOST) {
					return number;
				}
			}
			throw new TypeConversionException(
					"takes a whole number from %d to %d, not '%s'".formatted(FEWEST, MOST, value));
		}

	}

	/** A file that is known to be writable before anything is measured. */
	static final class Writable implements ITypeConverter<Path> {

		@Override
		public Path convert(String value) {
			Path file = Path.of(value).toAbsolutePath();
			Path folder = file.getParent();
			if (folder == null || !Files.isWritable(folder) || Files.isDirectory(file)) {
				throw new TypeConversionException("the file " + file + " cannot be written");
			}
			return file;
		}

	}

}
