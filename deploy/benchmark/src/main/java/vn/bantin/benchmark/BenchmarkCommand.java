package vn.bantin.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import vn.bantin.benchmark.report.Environment;
import vn.bantin.benchmark.report.Report;
import vn.bantin.benchmark.row.Rows;
import vn.bantin.benchmark.server.Tools;
import vn.bantin.drills.command.Commands;

/**
 * The command {@code deploy/benchmark/run}: measures what the newspaper costs and prints
 * it as Markdown.
 */
@Command(name = "deploy/benchmark/run")
public final class BenchmarkCommand implements Callable<Integer> {

	private static final int UNTRUSTED = 1;

	@Mixin
	private final Arguments arguments = new Arguments();

	private final PrintStream out;

	private final PrintStream progress;

	private BenchmarkCommand(PrintStream out, PrintStream progress) {
		this.out = out;
		this.progress = progress;
	}

	/**
	 * Runs the command line and exits: 0 done, 1 a figure is not to be trusted, 2 it
	 * could not be tried.
	 * @param arguments rows and options
	 */
	public static void main(String[] arguments) {
		System.exit(run(new PrintStream(System.out, true, StandardCharsets.UTF_8),
				new PrintStream(System.err, true, StandardCharsets.UTF_8), List.of(arguments)));
	}

	static int run(PrintStream out, PrintStream progress, List<String> arguments) {
		return Commands.run(new BenchmarkCommand(out, progress), progress, UNTRUSTED, arguments);
	}

	@Override
	public Integer call() throws IOException {
		if (this.arguments.list()) {
			for (Rows row : Rows.values()) {
				this.out.printf("%-16s %s%n", row, row.description());
			}
			return 0;
		}
		Tools.check();
		this.arguments.requirements().check(this.arguments.data());
		return measure();
	}

	private int measure() throws IOException {
		long start = System.nanoTime();
		Optional<Report> measured = new Run(this.arguments, this.progress::println).measure();
		if (measured.isEmpty()) {
			return UNTRUSTED;
		}
		Report report = measured.get();
		Duration took = Duration.ofNanos(System.nanoTime() - start);
		String text = report.markdown(Environment.here(), this.arguments.method(took));
		this.out.print(text);
		if (this.arguments.out().isPresent()) {
			Files.writeString(this.arguments.out().get(), text, StandardCharsets.UTF_8);
		}
		report.problems().forEach((problem) -> this.progress.println("Not to be trusted: " + problem));
		return report.problems().isEmpty() ? 0 : UNTRUSTED;
	}

}
