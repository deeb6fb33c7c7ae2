package vn.bantin.benchmark.row;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import vn.bantin.benchmark.measure.Workload;
import vn.bantin.benchmark.report.Table;
import vn.bantin.benchmark.server.PopulatedNewspaper;

/** How the CPU time of a workload is shared among the parts of the newspaper. */
final class Shares {

	private static final double LEAST = 0.05;

	private final PopulatedNewspaper newspaper;

	private final Map<String, Double> taken = new LinkedHashMap<>();

	Shares(PopulatedNewspaper newspaper) {
		this.newspaper = newspaper;
	}

	/** The same workload, whose CPU time is added up. */
	Workload of(Workload load) {
		return (duration) -> {
			Map<String, Double> before = now();
			Workload.Summary summary = load.run(duration);
			now().forEach(
					(part, millis) -> this.taken.merge(part, millis - before.getOrDefault(part, 0.0), Double::sum));
			return summary;
		};
	}

	private Map<String, Double> now() {
		Map<String, Double> millis = new LinkedHashMap<>();
		for (String part : this.newspaper.platform().parts()) {
			millis.put(part, this.newspaper.parts(part).cpuMillis());
		}
		return millis;
	}

	/** The service that took most; broker and database are not ours. */
	String first() {
		return this.taken.entrySet()
			.stream()
			.filter((part) -> part.getKey().endsWith("-service") || part.getKey().equals("gateway"))
			.max(Map.Entry.comparingByValue())
			.map(Map.Entry::getKey)
			.orElseThrow();
	}

	/** The parts that took more than 5 %, the largest first. */
	String inWords() {
		double whole = Math.max(this.taken.values().stream().mapToDouble(Double::doubleValue).sum(), 1);
		return this.taken.entrySet()
			.stream()
			.filter((part) -> part.getValue() > LEAST * whole)
			.sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
			.map((part) -> part.getKey() + " " + Table.percent(part.getValue() / whole))
			.collect(Collectors.joining(", "));
	}

}
