package vn.bantin.benchmark.row;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import vn.bantin.benchmark.measure.Figures;
import vn.bantin.benchmark.report.Table;
import vn.bantin.local.harness.JavaProcess;
import vn.bantin.local.harness.Repository;
import vn.bantin.local.launcher.Platform;

/**
 * How long each service takes until it is ready: out of its jar as it is built, and out
 * of the extracted jar with an AOT cache of a training run.
 */
final class Starts {

	private static final List<String> SERVICES = List.of("article-service", "rating-service", "widget-service",
			"gateway");

	private static final int STARTS = 5;

	private static final int STARTS_FOR_A_LOOK = 1;

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final Bench bench;

	private final Platform platform;

	private Starts(Bench bench) {
		this.bench = bench;
		this.platform = bench.newspaper().platform();
	}

	static void measure(Bench bench) {
		new Starts(bench).measure();
	}

	private void measure() {
		List<List<String>> lines = new ArrayList<>();
		for (String service : SERVICES) {
			this.bench.say("starts of " + service);
			lines.add(line(service));
		}
		this.bench.report()
			.add("Start until ready, in seconds",
					new Table(List.of("service", "cold", "longest", "with AOT cache", "longest", "AOT cache, MiB"),
							lines),
					"Medians of %d starts, with broker and database running and %,d articles known.".formatted(starts(),
							this.bench.newspaper().articles()));
	}

	private List<String> line(String service) {
		Path built = Repository.jar(service);
		List<Double> cold = times(service, built, List.of());
		Path jar = extract(service, built);
		Path cache = jar.resolveSibling("app.aot");
		train(service, jar, cache);
		List<Double> trained = times(service, jar, List.of("-XX:AOTCache=" + cache));
		stop(service);
		this.platform.start(service);
		return List.of(service, Table.figure(Figures.median(cold)), Table.figure(Figures.percentile(cold, 100)),
				Table.figure(Figures.median(trained)), Table.figure(Figures.percentile(trained, 100)),
				Table.figure(size(cache)));
	}

	private int starts() {
		return this.bench.quick() ? STARTS_FOR_A_LOOK : STARTS;
	}

	private List<Double> times(String service, Path jar, List<String> jvm) {
		List<Double> seconds = new ArrayList<>();
		for (int i = 0; i < starts(); i++) {
			stop(service);
			long start = System.nanoTime();
			this.platform.launch(service, jar, jvm);
			this.platform.awaitReady(service, PATIENCE);
			seconds.add((System.nanoTime() - start) / 1e9);
		}
		return seconds;
	}

	private Path extract(String service, Path jar) {
		Path folder = this.bench.folder().resolve("extracted").resolve(service);
		List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", folder.toString(), "--force");
		JavaProcess process = JavaProcess.start("extraction", command, Map.of(), log(service));
		expectSuccess(process, "The jar of " + service + " could not be extracted");
		return folder.resolve(jar.getFileName());
	}

	private void train(String service, Path jar, Path cache) {
		stop(service);
		this.platform.launch(service, jar, List.of("-XX:AOTCacheOutput=" + cache, "-Dspring.context.exit=onRefresh"));
		expectSuccess(this.platform.process(service), "The training run of " + service + " failed");
		if (!Files.exists(cache)) {
			throw new IllegalStateException("The training run of " + service + " left no AOT cache behind");
		}
	}

	private static void expectSuccess(JavaProcess process, String otherwise) {
		int outcome = process.awaitExit(PATIENCE);
		if (outcome != 0) {
			throw new IllegalStateException(otherwise + "; its last words:\n" + process.lastWords());
		}
	}

	private void stop(String service) {
		this.platform.process(service).stop(Duration.ofSeconds(15));
	}

	private Path log(String service) {
		return this.bench.folder().resolve("logs").resolve(service + "-extraction.log");
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
