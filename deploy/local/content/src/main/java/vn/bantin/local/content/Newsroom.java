package vn.bantin.local.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Supplier;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Client of the newsroom API behind the gateway. A request that gets no answer, a 5xx or
 * a 429 is retried with the same idempotency key until the backoff's time is up.
 */
final class Newsroom {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

	private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(15);

	private static final String BOUNDARY = "bantin-sample-content-1f0c9a7e";

	private static final int TOO_MANY_REQUESTS = 429;

	private final URI gateway;

	private final Supplier<String> token;

	private final Backoff backoff;

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(CONNECT_TIMEOUT)
		.build();

	Newsroom(URI gateway, Supplier<String> token, Backoff backoff) {
		this.gateway = gateway;
		this.token = token;
		this.backoff = backoff;
	}

	/** Stores a picture and returns its media id. */
	String upload(String name, byte[] jpeg) throws InterruptedException {
		HttpRequest.Builder request = request("/api/newsroom/media")
			.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
			.header("Idempotency-Key", "sample-picture-" + name)
			.POST(BodyPublishers.ofByteArray(multipart(name, jpeg)));
		return text(accepted("The picture " + name, send(request)), "id");
	}

	private static byte[] multipart(String name, byte[] jpeg) {
		ByteArrayOutputStream body = new ByteArrayOutputStream(jpeg.length + 300);
		body.writeBytes("""
				--%s\r
				Content-Disposition: form-data; name="file"; filename="%s.jpg"\r
				Content-Type: image/jpeg\r
				\r
				""".formatted(BOUNDARY, name).getBytes(StandardCharsets.US_ASCII));
		body.writeBytes(jpeg);
		body.writeBytes("\r\n--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.US_ASCII));
		return body.toByteArray();
	}

	/** Stores a draft, or finds the one stored by an earlier run. */
	Stored create(String slug, ObjectNode draft) throws InterruptedException {
		HttpRequest.Builder request = request("/api/newsroom/articles").header("Content-Type", "application/json")
			.header("Idempotency-Key", "sample-article-" + slug)
			.POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(draft)));
		return stored(accepted("The article " + slug, send(request)));
	}

	void publish(String slug, Stored article) throws InterruptedException {
		HttpRequest.Builder request = request("/api/newsroom/articles/" + article.id() + "/publish")
			.header("Content-Type", "application/json")
			.header("Idempotency-Key", "sample-publish-" + slug)
			.header("If-Match", "\"" + article.revision() + "\"")
			.POST(BodyPublishers.ofString("{}"));
		HttpResponse<byte[]> answer = send(request);
		// An editor has published or retracted it meanwhile: leave it alone.
		if (answer.statusCode() == 409 && find(article.id()).filter((now) -> !now.isDraft()).isPresent()) {
			return;
		}
		accepted("The publication of " + slug, answer);
	}

	/** The current state of an article, if it exists. */
	Optional<Stored> find(String id) throws InterruptedException {
		HttpResponse<byte[]> answer = send(request("/api/newsroom/articles/" + id).GET());
		return (answer.statusCode() == 404) ? Optional.empty()
				: Optional.of(stored(accepted("The request for article " + id, answer)));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.gateway + path)).timeout(REQUEST_TIMEOUT);
	}

	private HttpResponse<byte[]> send(HttpRequest.Builder request) throws InterruptedException {
		long deadline = System.nanoTime() + this.backoff.total().toNanos();
		Duration pause = this.backoff.first();
		while (true) {
			String problem;
			Duration wait = pause;
			// Read for every attempt: the file may hold a newer token by now.
			request.setHeader("Authorization", "Bearer " + this.token.get());
			try {
				HttpResponse<byte[]> answer = this.http.send(request.build(), BodyHandlers.ofByteArray());
				if (answer.statusCode() < 500 && answer.statusCode() != TOO_MANY_REQUESTS) {
					return answer;
				}
				problem = "it answered " + answer.statusCode();
				wait = retryAfter(answer).orElse(pause);
			}
			catch (IOException ex) {
				problem = ex.toString();
			}
			if (System.nanoTime() + wait.toNanos() > deadline) {
				throw new LoadFailed("The gateway at %s gave no usable answer within %d s: %s.".formatted(this.gateway,
						this.backoff.total().toSeconds(), problem));
			}
			Thread.sleep(wait);
			pause = min(pause.multipliedBy(2), this.backoff.longest());
		}
	}

	private Optional<Duration> retryAfter(HttpResponse<?> answer) {
		return answer.headers()
			.firstValue("Retry-After")
			.filter((it) -> it.matches("\\d{1,4}"))
			.map((it) -> min(Duration.ofSeconds(Long.parseLong(it)), this.backoff.longest()));
	}

	private static Duration min(Duration one, Duration other) {
		return Collections.min(List.of(one, other));
	}

	private static JsonNode accepted(String what, HttpResponse<byte[]> answer) {
		JsonNode body;
		try {
			body = JSON.readTree(answer.body());
		}
		catch (JacksonException ex) {
			throw new LoadFailed(
					"%s was answered with %d and a body that is not JSON.".formatted(what, answer.statusCode()), ex);
		}
		if (answer.statusCode() < 300) {
			return body;
		}
		StringJoiner errors = new StringJoiner("; ", " (", ")").setEmptyValue("");
		body.path("errors")
			.forEach((error) -> errors
				.add(error.path("field").asString("?") + ": " + error.path("allowed").asString("?")));
		throw new LoadFailed("%s was refused with %d: %s%s".formatted(what, answer.statusCode(),
				body.path("detail").asString("no reason given."), errors));
	}

	private static Stored stored(JsonNode article) {
		return new Stored(text(article, "id"), article.path("revision").asLong(0), text(article, "state"));
	}

	private static String text(JsonNode answer, String field) {
		JsonNode value = answer.path(field);
		if (!value.isString() || value.asString().isEmpty()) {
			throw new LoadFailed("The newsroom's answer has no " + field + ".");
		}
		return value.asString();
	}

	/**
	 * An article in the newsroom.
	 *
	 * @param id its id
	 * @param revision its latest revision
	 * @param state draft, published or retracted
	 */
	record Stored(String id, long revision, String state) {

		boolean isDraft() {
			return "draft".equals(this.state);
		}

	}

	/**
	 * How long to retry a request, with exponential backoff.
	 *
	 * @param total time for a request, from its first attempt on
	 * @param first delay before the first retry; doubled for each further one
	 * @param longest upper limit of a delay
	 */
	record Backoff(Duration total, Duration first, Duration longest) {

		/** A newspaper that is starting answers 503 for a while. */
		static Backoff forStartup() {
			return new Backoff(Duration.ofSeconds(60), Duration.ofMillis(100), Duration.ofSeconds(2));
		}

	}

}
