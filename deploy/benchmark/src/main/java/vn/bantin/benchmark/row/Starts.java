package vn.bantin.benchmark.row;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import vn.bantin.benchmark.measure.Median;
import vn.bantin.benchmark.report.Table;
import vn.bantin.local.harness.Builds;
import vn.bantin.local.launcher.Supervisor;
import vn.bantin.local.launcher.Trained;

/**
 * How long each service takes until it is ready: from its jar as it is built, and from
 * the extracted jar with the AOT cache of a training run.
 */
final class Starts {

	private static final int STARTS = 5;

	private static final int STARTS_QUICK = 1;

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final Bench bench;

	private final Supervisor platform;

	private Starts(Bench bench) {
		this.bench = bench;
		this.platform = bench.newspaper().platform();
	}

	static void measure(Bench bench) {
		new Starts(bench).measure();
	}

	private void measure() {
		List<List<String>> lines = new ArrayList<>();
		for (String service : Supervisor.SERVICES) {
			this.bench.say("starts of " + service);
			lines.add(line(service));
		}
		this.bench.report()
			.add("Start until ready, in seconds",
					new Table(List.of("service", "cold", "longest", "with AOT cache", "longest", "AOT cache, MiB"),
							lines),
					"Medians of %d starts, with broker and database running and at least %,d articles known."
						.formatted(starts(), this.bench.newspaper().articles()));
	}

	private List<String> line(String service) {
		try {
			return timesOf(service);
		}
		finally {
			stop(service);
			this.platform.start(service);
		}
	}

	private List<String> timesOf(String service) {
		List<Double> cold = times(service, Builds.USUAL);
		Trained trained = new Trained(this.bench.folder().resolve("extracted"), List.of());
		trained.extract(service);
		train(service, trained);
		List<Double> warm = times(service, trained);
		return List.of(service, Table.figure(Median.of(cold)), Table.figure(Collections.max(cold)),
				Table.figure(Median.of(warm)), Table.figure(Collections.max(warm)),
				Table.figure(size(trained.cache(service))));
	}

	private int starts() {
		return this.bench.quick() ? STARTS_QUICK : STARTS;
	}

	private List<Double> times(String service, Builds builds) {
		List<Double> seconds = new ArrayList<>();
		for (int i = 0; i < starts(); i++) {
			stop(service);
			long start = System.nanoTime();
			this.platform.launch(service, builds);
			this.platform.awaitReady(service, PATIENCE);
			seconds.add((System.nanoTime() - start) / 1e9);
		}
		return seconds;
	}

	/** It has to answer once, so that the cache has what an answer needs. */
	private void train(String service, Trained trained) {
		stop(service);
		this.platform.launch(service, trained);
		this.platform.awaitReady(service, PATIENCE);
		this.platform.process(service).stop(PATIENCE);
		if (!Files.exists(trained.cache(service))) {
			throw new IllegalStateException("The training run of %s left no AOT cache behind; the end of its log:\n%s"
				.formatted(service, this.platform.process(service).lastWords()));
		}
	}

	private void stop(String service) {
		this.platform.process(service).stop(Duration.ofSeconds(15));
	}

	private static double size(Path file) {
		try {
			return Files.size(file) / 1024.0 / 1024.0;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
