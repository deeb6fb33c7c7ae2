package vn.bantin.benchmark.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of our own, for what {@code wrk} cannot do. Its cost counts for nobody. */
public final class Web {

	/** Stands for no answer at all. */
	private static final Answer NONE = new Answer(0, new byte[0], HttpHeaders.of(Map.of(), (name, value) -> true));

	private static final JsonMapper json = JsonMapper.builder().build();

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(PATIENCE)
		.build();

	/**
	 * Asks for an address.
	 * @param url the address
	 * @param headers names and values
	 * @return the answer, of status 0 when there is none
	 */
	public Answer get(URI url, String... headers) {
		return send("GET", url, null, headers);
	}

	/**
	 * Sends JSON.
	 * @param method the method
	 * @param url the address
	 * @param body the JSON, null for none
	 * @param headers names and values
	 * @return the answer, of status 0 when there is none
	 */
	public Answer send(String method, URI url, @Nullable String body, String... headers) {
		try {
			return new Answer(this.http.send(request(method, url, body, headers), BodyHandlers.ofByteArray()));
		}
		catch (IOException ex) {
			return NONE;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted", ex);
		}
	}

	/**
	 * Asks for an address without waiting for the answer.
	 * @param url the address
	 * @return the status, 0 for no answer
	 */
	public CompletableFuture<Integer> ask(URI url) {
		return this.http.sendAsync(request("GET", url, null), BodyHandlers.discarding())
			.handle((answer, problem) -> (problem != null) ? 0 : answer.statusCode());
	}

	private static HttpRequest request(String method, URI url, @Nullable String body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(PATIENCE);
		if (body != null) {
			request.header("Content-Type", "application/json");
		}
		if (headers.length > 0) {
			request.headers(headers);
		}
		return request.method(method, (body != null) ? BodyPublishers.ofString(body) : BodyPublishers.noBody()).build();
	}

	/**
	 * An answer.
	 *
	 * @param status its status, 0 when there was none
	 * @param body its body
	 * @param headers its headers
	 */
	@SuppressWarnings("ArrayRecordComponent")
	public record Answer(int status, byte[] body, HttpHeaders headers) {

		Answer(HttpResponse<byte[]> response) {
			this(response.statusCode(), response.body(), response.headers());
		}

		/**
		 * The body as text.
		 * @return the text
		 */
		public String text() {
			return new String(this.body, StandardCharsets.UTF_8);
		}

		/**
		 * The body as JSON.
		 * @return the JSON
		 */
		public JsonNode json() {
			return Web.json.readTree(this.body);
		}

		/**
		 * The answer, when it is the wanted one.
		 * @param wanted the status
		 * @param what what was tried
		 * @return this
		 * @throws IllegalStateException if the status is another
		 */
		public Answer expect(int wanted, String what) {
			if (this.status != wanted) {
				String said = text();
				throw new IllegalStateException("%s answered %d instead of %d: %s".formatted(what, this.status, wanted,
						said.substring(0, Math.min(said.length(), 300))));
			}
			return this;
		}

		/**
		 * Whether it came out of a memory, as {@code Cache-Status} (RFC 9211) says.
		 * @return false also when nothing is said
		 */
		public boolean fromMemory() {
			return this.headers.allValues("Cache-Status").stream().anyMatch(Answer::isHit);
		}

		static boolean isHit(String cacheStatus) {
			return cacheStatus.matches("(?s).*;\\s*hit\\s*(?:[;,].*)?");
		}

	}

}
