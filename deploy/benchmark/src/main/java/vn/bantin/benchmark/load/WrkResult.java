package vn.bantin.benchmark.load;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import vn.bantin.benchmark.measure.Workload;

/**
 * What one run of {@code wrk} said.
 *
 * @param requests how many were answered, well or not
 * @param seconds how long it ran
 * @param bytes how many it was sent, headers too
 * @param errors answers that were no success or redirection, and connections that broke
 * @param p50 median of the waiting, in milliseconds
 * @param p99 99th percentile of the waiting, in milliseconds
 */
public record WrkResult(long requests, double seconds, long bytes, long errors, double p50, double p99) {

	private static final String LINE = "benchmark: ";

	private static final Pattern SPACE = Pattern.compile(" ");

	/**
	 * Reads the line that {@link Scripts} lets it print.
	 * @param said its whole output
	 * @return the result
	 */
	static WrkResult of(String said) {
		String line = said.lines()
			.filter((it) -> it.startsWith(LINE))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("wrk said nothing of its run: " + said.strip()));
		Map<String, Long> values = SPACE.splitAsStream(line.substring(LINE.length()).strip())
			.map((pair) -> pair.split("=", 2))
			.collect(Collectors.toMap((pair) -> pair[0], (pair) -> Long.valueOf(pair[1])));
		return new WrkResult(value(values, "requests"), value(values, "duration") / 1e6, value(values, "bytes"),
				value(values, "errors"), value(values, "p50") / 1e3, value(values, "p99") / 1e3);
	}

	private static long value(Map<String, Long> values, String name) {
		Long value = values.get(name);
		if (value == null) {
			throw new IllegalStateException("wrk did not say its " + name);
		}
		return value;
	}

	/**
	 * How much one answer was on average.
	 * @return bytes, headers too
	 */
	public double bytesPerRequest() {
		return (double) this.bytes / Math.max(this.requests, 1);
	}

	Workload.Summary summary() {
		return new Workload.Summary(this.requests, this.seconds, this.p50, this.p99, this.errors);
	}

}
