package vn.bantin.benchmark.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What {@code wrk} does for each request, as files for it.
 *
 * @param read asks for the address again and again
 * @param vote casts a vote of a new reader each time
 */
public record Scripts(Path read, Path vote) {

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

}
