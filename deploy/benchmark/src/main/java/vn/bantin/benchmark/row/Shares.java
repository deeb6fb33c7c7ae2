package vn.bantin.benchmark.row;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import vn.bantin.benchmark.report.Table;
import vn.bantin.benchmark.server.Newspaper;

/** Which part of the newspaper takes how much of the CPU time, from now on. */
final class Shares {

	private static final double WORTH_A_WORD = 0.05;

	private final Newspaper newspaper;

	private final Map<String, Double> before;

	Shares(Newspaper newspaper) {
		this.newspaper = newspaper;
		this.before = now();
	}

	private Map<String, Double> now() {
		Map<String, Double> millis = new LinkedHashMap<>();
		for (String part : this.newspaper.platform().parts()) {
			millis.put(part, this.newspaper.parts(part).cpuMillis());
		}
		return millis;
	}

	private Map<String, Double> taken() {
		Map<String, Double> taken = now();
		taken.replaceAll((part, millis) -> millis - this.before.getOrDefault(part, 0.0));
		return taken;
	}

	/** The service that took most; the stand-ins are no concern of ours. */
	String first() {
		return taken().entrySet()
			.stream()
			.filter((part) -> part.getKey().endsWith("-service") || part.getKey().equals("gateway"))
			.max(Map.Entry.comparingByValue())
			.map(Map.Entry::getKey)
			.orElseThrow();
	}

	/** All that took more than a little, the one that took most first. */
	String inWords() {
		Map<String, Double> taken = taken();
		double whole = Math.max(taken.values().stream().mapToDouble(Double::doubleValue).sum(), 1);
		return taken.entrySet()
			.stream()
			.filter((part) -> part.getValue() > WORTH_A_WORD * whole)
			.sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
			.map((part) -> part.getKey() + " " + Table.percent(part.getValue() / whole))
			.collect(Collectors.joining(", "));
	}

}
