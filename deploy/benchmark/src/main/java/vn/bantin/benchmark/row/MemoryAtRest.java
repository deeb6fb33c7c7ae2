package vn.bantin.benchmark.row;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import vn.bantin.benchmark.measure.ProcessGroup;
import vn.bantin.benchmark.report.Table;
import vn.bantin.benchmark.server.PopulatedNewspaper;
import vn.bantin.drills.newspaper.Pause;

/** Resident memory before any load, and CPU time while idle. */
final class MemoryAtRest {

	private static final Duration WATCHED = Duration.ofSeconds(10);

	private MemoryAtRest() {
	}

	static void measure(Bench bench) {
		bench.say("memory at rest");
		PopulatedNewspaper newspaper = bench.newspaper();
		Map<String, ProcessGroup> groups = new LinkedHashMap<>();
		newspaper.platform().parts().forEach((part) -> groups.put(part, newspaper.parts(part)));
		groups.put("all of these", newspaper.whole());
		groups.put("nginx", bench.nginx().group());
		Map<String, Double> before = new LinkedHashMap<>();
		groups.forEach((part, group) -> before.put(part, group.cpuMillis()));
		Pause.of(WATCHED);
		List<List<String>> lines = new ArrayList<>();
		groups.forEach((part, group) -> {
			double cpu = group.cpuMillis() - before.getOrDefault(part, 0.0);
			lines.add(List.of(part, Table.figure(group.pss()), Table.figure(cpu / WATCHED.toSeconds())));
		});
		bench.report()
			.add("At rest", new Table(List.of("part", "PSS, MiB", "CPU-ms a second"), lines),
					"With %,d articles, after they were read and before any load.".formatted(newspaper.articles()));
	}

}
