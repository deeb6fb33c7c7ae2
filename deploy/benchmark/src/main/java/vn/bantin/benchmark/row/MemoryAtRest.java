package vn.bantin.benchmark.row;

import java.util.ArrayList;
import java.util.List;

import vn.bantin.benchmark.report.Table;
import vn.bantin.benchmark.server.Newspaper;

/** Resident memory before any load. */
final class MemoryAtRest {

	private MemoryAtRest() {
	}

	static void measure(Bench bench) {
		bench.say("memory at rest");
		Newspaper newspaper = bench.newspaper();
		List<List<String>> lines = new ArrayList<>();
		for (String part : newspaper.platform().parts()) {
			lines.add(List.of(part, Table.figure(newspaper.parts(part).pss())));
		}
		lines.add(List.of("all of these", Table.figure(newspaper.whole().pss())));
		lines.add(List.of("nginx", Table.figure(bench.nginx().group().pss())));
		bench.report()
			.add("Memory at rest", new Table(List.of("part", "PSS, MiB"), lines),
					"With %,d articles, after they were taken in and before any reader came."
						.formatted(newspaper.articles()));
	}

}
