package vn.bantin.benchmark.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import vn.bantin.benchmark.measure.Workload;
import vn.bantin.benchmark.measure.Workload.Summary;

/**
 * {@code wrk} with one thread and keep-alive connections, each of which sends the next
 * request as soon as the last one is answered.
 *
 * @param script what it sends, and prints at the end
 * @param connections how many
 * @param headers more headers of each request, as {@code Name: value}
 * @param url the address
 */
public record Wrk(Path script, int connections, List<String> headers, URI url) implements Workload {

	/** As many as the peers were measured with. */
	public static final int CONNECTIONS = 32;

	private static final int PATIENCE_SECONDS = 10;

	private static final int GRACE_SECONDS = 30;

	/**
	 * Readers at an address.
	 * @param script what they send, of {@link Scripts}
	 * @param url the address
	 * @return the workload
	 */
	public static Wrk reading(Path script, URI url) {
		return new Wrk(script, CONNECTIONS, List.of(), url);
	}

	/**
	 * The same with one more header.
	 * @param header name and value
	 * @return a copy
	 */
	public Wrk with(String header) {
		List<String> all = new ArrayList<>(this.headers);
		all.add(header);
		return new Wrk(this.script, this.connections, List.copyOf(all), this.url);
	}

	/**
	 * The headers as a client takes them.
	 * @return names and values in turn
	 */
	public String[] namesAndValues() {
		return this.headers.stream().flatMap((header) -> Stream.of(header.split(": ", 2))).toArray(String[]::new);
	}

	/**
	 * The same with one connection.
	 * @return a copy
	 */
	public Wrk alone() {
		return new Wrk(this.script, 1, this.headers, this.url);
	}

	@Override
	public Summary run(Duration duration) {
		try {
			Process process = new ProcessBuilder(command(duration)).redirectErrorStream(true).start();
			if (!process.waitFor(duration.toSeconds() + GRACE_SECONDS, TimeUnit.SECONDS)) {
				process.destroyForcibly();
				throw new IllegalStateException("wrk did not end at " + this.url);
			}
			// Far less than a pipe holds.
			String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (process.exitValue() != 0) {
				throw new IllegalStateException("wrk failed at " + this.url + ": " + said.strip());
			}
			return Scripts.summary(said);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("wrk could not be started", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while wrk ran", ex);
		}
	}

	List<String> command(Duration duration) {
		List<String> command = new ArrayList<>(
				List.of("wrk", "-t1", "-c" + this.connections, "-d" + Math.ceilDiv(duration.toMillis(), 1000) + "s",
						"--timeout", PATIENCE_SECONDS + "s", "-s", this.script.toString()));
		this.headers.forEach((header) -> command.addAll(List.of("-H", header)));
		command.add(this.url.toString());
		return command;
	}

}
