package vn.bantin.benchmark.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import vn.bantin.benchmark.measure.Workload.Summary;

/**
 * Lua scripts for {@code wrk}, which print a line that can be read.
 *
 * @param read reads the same address again and again
 * @param vote casts a vote of a new reader each time
 */
public record Scripts(Path read, Path vote) {

	private static final String LINE = "benchmark: ";

	private static final String REPORT = """
			done = function(summary, latency, requests)
			  local e = summary.errors
			  io.write(string.format("benchmark: requests=%d duration=%d bytes=%d errors=%d p50=%d p99=%d\\n",
			    summary.requests, summary.duration, summary.bytes,
			    e.connect + e.read + e.write + e.status + e.timeout,
			    latency:percentile(50), latency:percentile(99)))
			end
			""";

	private static final String VOTE = """
			local stars = 0
			wrk.headers["Content-Type"] = "application/json"
			request = function()
			  stars = stars % 5 + 1
			  return wrk.format("PUT", nil, nil, '{"stars": ' .. stars .. '}')
			end
			""";

	/**
	 * Writes them.
	 * @param folder into this folder
	 * @return where they are
	 */
	public static Scripts in(Path folder) {
		try {
			Files.createDirectories(folder);
			return new Scripts(Files.writeString(folder.resolve("read.lua"), REPORT),
					Files.writeString(folder.resolve("vote.lua"), VOTE + REPORT));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The scripts for wrk cannot be written", ex);
		}
	}

	/**
	 * Reads the line that the scripts print.
	 * @param output all that {@code wrk} printed
	 */
	static Summary summary(String output) {
		String line = output.lines()
			.filter((it) -> it.startsWith(LINE))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("wrk printed no summary: " + output.strip()));
		Map<String, Long> values = Stream.of(line.substring(LINE.length()).strip().split(" "))
			.map((pair) -> pair.split("=", 2))
			.collect(Collectors.toMap((pair) -> pair[0], (pair) -> Long.valueOf(pair[1])));
		return new Summary(value(values, "requests"), value(values, "duration") / 1e6, value(values, "bytes"),
				value(values, "errors"), value(values, "p50") / 1e3, value(values, "p99") / 1e3, 0);
	}

	private static long value(Map<String, Long> values, String name) {
		return Objects.requireNonNull(values.get(name), name);
	}

}
