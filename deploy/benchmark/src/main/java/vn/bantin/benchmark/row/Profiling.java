package vn.bantin.benchmark.row;

import java.nio.file.Path;

import vn.bantin.benchmark.measure.Profile;
import vn.bantin.benchmark.measure.Workload;

/** One more round, which does not count, with the flight recorder running. */
final class Profiling {

	private Profiling() {
	}

	static void add(Bench bench, String what, String part, Workload load) {
		long pid = bench.newspaper().platform().process(part).pid();
		Path file = bench.folder().resolve(what.replaceAll("[^A-Za-z]+", "-") + "-" + part + ".jfr");
		bench.report().add(what, part, Profile.during(pid, file, () -> load.run(bench.meter().round())));
	}

}
