package vn.bantin.benchmark.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/** An open page that receives new tallies as server-sent events. */
public final class OpenPage implements AutoCloseable {

	private static final int PATIENCE_SECONDS = 10;

	private final HttpClient http;

	private final BlockingQueue<Long> tallies = new LinkedBlockingQueue<>();

	private OpenPage(HttpClient http, InputStream events) {
		this.http = http;
		Thread.ofVirtual().start(() -> read(events));
	}

	/**
	 * Opens the page.
	 * @param live the address of the events
	 * @return empty when there are no such events
	 */
	public static Optional<OpenPage> open(URI live) {
		HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
		try {
			HttpResponse<InputStream> answer = http.send(HttpRequest.newBuilder(live)
				.timeout(Duration.ofSeconds(PATIENCE_SECONDS))
				.header("Accept", "text/event-stream")
				.build(), BodyHandlers.ofInputStream());
			if (answer.statusCode() == 200) {
				return Optional.of(new OpenPage(http, answer.body()));
			}
			answer.body().close();
		}
		catch (IOException ex) {
			// No answer means no such events either.
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		http.shutdownNow();
		return Optional.empty();
	}

	private void read(InputStream events) {
		try (java.io.BufferedReader lines = new java.io.BufferedReader(
				new java.io.InputStreamReader(events, StandardCharsets.UTF_8))) {
			@Nullable String line = lines.readLine();
			for (String event = ""; line != null; line = lines.readLine()) {
				if (line.startsWith("event:")) {
					event = line.substring("event:".length()).strip();
				}
				else if (line.startsWith("data:") && event.equals("tally")) {
					this.tallies.add(System.nanoTime());
				}
			}
		}
		catch (IOException ex) {
			// The page was closed.
		}
	}

	/** Forgets the tallies that it has received. */
	public void forget() {
		this.tallies.clear();
	}

	/**
	 * Waits for a tally.
	 * @return when it came, by {@link System#nanoTime()}; empty after 10 seconds
	 */
	public Optional<Long> awaitTally() {
		try {
			return Optional.ofNullable(this.tallies.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		}
	}

	@Override
	public void close() {
		this.http.shutdownNow();
	}

}
