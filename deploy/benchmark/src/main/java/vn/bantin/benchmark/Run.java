package vn.bantin.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

import vn.bantin.benchmark.load.Scripts;
import vn.bantin.benchmark.measure.Meter;
import vn.bantin.benchmark.report.Report;
import vn.bantin.benchmark.row.Bench;
import vn.bantin.benchmark.row.Rows;
import vn.bantin.benchmark.server.Nginx;
import vn.bantin.benchmark.server.PopulatedNewspaper;

/** One run: starts the servers, measures the rows, stops everything. */
final class Run {

	private static final Duration ROUND = Duration.ofSeconds(5);

	private static final Duration ROUND_QUICK = Duration.ofSeconds(2);

	private static final int ROUNDS = 3;

	private final Arguments arguments;

	private final Consumer<String> progress;

	Run(Arguments arguments, Consumer<String> progress) {
		this.arguments = arguments;
		this.progress = progress;
	}

	/** Measures the rows; empty when the run was interrupted, as by Ctrl-C. */
	Optional<Report> measure() {
		Report report = new Report();
		Path folder = folder();
		try (Closer closer = Closer.in(folder, this.progress)) {
			this.progress.accept("Starting a newspaper with %,d articles …".formatted(this.arguments.articles()));
			PopulatedNewspaper newspaper = closer.add(new PopulatedNewspaper(folder.resolve("newspaper"),
					this.arguments.articles(), this.arguments.jvm(), (part, after) -> this.progress
						.accept("  %s ready after %.1f s".formatted(part, after.toMillis() / 1000.0))));
			newspaper.start();
			Nginx nginx = closer.add(Nginx.start(folder.resolve("nginx")));
			Bench bench = bench(newspaper, nginx, folder, report);
			for (Rows row : this.arguments.rows()) {
				if (!closer.isClosed()) {
					measure(row, bench);
				}
			}
			return closer.isClosed() ? Optional.empty() : Optional.of(report);
		}
	}

	/** A row that breaks off must not cost the figures of the others. */
	private void measure(Rows row, Bench bench) {
		try {
			row.measure(bench);
		}
		catch (RuntimeException ex) {
			bench.report().addProblem(row + " broke off: " + ex);
		}
	}

	private Bench bench(PopulatedNewspaper newspaper, Nginx nginx, Path folder, Report report) {
		boolean quick = this.arguments.quick();
		Meter meter = Meter.of(quick ? ROUND_QUICK : ROUND, quick);
		return new Bench(newspaper, nginx, Scripts.in(folder.resolve("scripts")), meter, quick ? 1 : ROUNDS, quick,
				folder, report, (what) -> this.progress.accept("Measuring " + what + " …"));
	}

	private Path folder() {
		try {
			return Files.createTempDirectory(Files.createDirectories(this.arguments.data()), "run-");
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The folder " + this.arguments.data() + " cannot be used", ex);
		}
	}

}
