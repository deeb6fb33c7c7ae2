package vn.bantin.drills.newspaper;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/** An HTTP/1.1 client whose time limit covers the whole answer, its body included. */
public final class Client {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(CONNECT_TIMEOUT)
		.build();

	/**
	 * Sends a GET request.
	 * @param url the address
	 * @param headers names and values in turn
	 * @return the answer, of status 0 when none came whole within 10 s
	 */
	public Answer get(URI url, String... headers) {
		return send("GET", url, null, headers);
	}

	/**
	 * Sends a request.
	 * @param method the HTTP method
	 * @param url the address
	 * @param json the body, null for none
	 * @param headers names and values in turn
	 * @return the answer, of status 0 when none came whole within 10 s
	 */
	public Answer send(String method, URI url, @Nullable String json, String... headers) {
		try {
			return exchange(method, url, json, headers);
		}
		catch (IOException ex) {
			return Answer.NONE;
		}
	}

	/**
	 * Sends a request.
	 * @throws ConnectException if nothing was sent
	 * @throws IOException if no whole answer came in time
	 */
	Answer exchange(String method, URI url, @Nullable String json, String... headers) throws IOException {
		HttpRequest.Builder request = HttpRequest.newBuilder(url)
			.method(method, (json != null) ? BodyPublishers.ofString(json) : BodyPublishers.noBody());
		if (json != null) {
			request.header("Content-Type", "application/json");
		}
		if (headers.length > 0) {
			request.headers(headers);
		}
		HttpResponse<byte[]> response = await(this.http.sendAsync(request.build(), BodyHandlers.ofByteArray()));
		return new Answer(response.statusCode(), response.body(), response.headers());
	}

	/** The JDK client's own timeout ends with the headers. */
	private static <T> T await(CompletableFuture<T> response) throws IOException {
		try {
			return response.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof ConnectException refused) {
				throw refused;
			}
			throw new IOException(ex.getCause());
		}
		catch (TimeoutException ex) {
			throw new IOException("No whole answer within " + TIMEOUT, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("Interrupted while waiting for an answer");
		}
		finally {
			response.cancel(true);
		}
	}

}
