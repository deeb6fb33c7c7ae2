package vn.bantin.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import vn.bantin.benchmark.report.Machine;
import vn.bantin.benchmark.report.Report;
import vn.bantin.benchmark.row.Rows;
import vn.bantin.local.harness.Repository;
import vn.bantin.local.launcher.CannotStart;

/**
 * The command {@code deploy/benchmark/run}: measures what the newspaper costs and prints
 * it as Markdown.
 */
public final class BenchmarkCommand {

	private static final int UNTRUSTED = 1;

	private static final int NOT_TRIED = 2;

	private final PrintStream out;

	private final PrintStream progress;

	BenchmarkCommand(PrintStream out, PrintStream progress) {
		this.out = out;
		this.progress = progress;
	}

	/**
	 * Runs it and ends with its exit code: 0 done, 1 a figure is not to be trusted, 2 it
	 * could not be tried.
	 * @param arguments rows and options
	 */
	public static void main(String[] arguments) {
		PrintStream out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true,
				StandardCharsets.UTF_8);
		PrintStream progress = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.err), true,
				StandardCharsets.UTF_8);
		System.exit(new BenchmarkCommand(out, progress).run(List.of(arguments)));
	}

	int run(List<String> words) {
		try {
			Arguments arguments = Arguments.read(words, Repository.root().resolve("deploy/benchmark/target"));
			if (arguments.list()) {
				list();
				return 0;
			}
			Requirements.here(arguments.data(), arguments.mostArticles()).check();
			return measure(arguments);
		}
		catch (CannotRun | CannotStart ex) {
			this.progress.println(ex.getMessage());
			return NOT_TRIED;
		}
		catch (IllegalStateException | UncheckedIOException ex) {
			this.progress.println("The benchmark broke off: " + ex.getMessage());
			return UNTRUSTED;
		}
	}

	private void list() {
		for (Rows row : Rows.values()) {
			this.out.printf("%-16s %s%n", row.word(), row.description());
		}
	}

	private int measure(Arguments arguments) {
		long start = System.nanoTime();
		Optional<Report> measured = new Run(arguments, this.progress::println).measure();
		if (measured.isEmpty()) {
			return UNTRUSTED;
		}
		Report report = measured.get();
		Duration took = Duration.ofNanos(System.nanoTime() - start);
		String text = report.markdown(Machine.here(), arguments.method(took));
		this.out.print(text);
		if (arguments.out() != null) {
			write(arguments.out(), text);
		}
		report.problems().forEach((problem) -> this.progress.println("Not to be trusted: " + problem));
		return report.problems().isEmpty() ? 0 : UNTRUSTED;
	}

	private static void write(Path file, String text) {
		try {
			Files.writeString(file, text, StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(file + " cannot be written", ex);
		}
	}

}
