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
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Supplier;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import vn.bantin.local.content.SampleContent.Patience;

/**
 * The newsroom API behind the gateway. A request that got no answer, or one that says
 * "later", is sent again with the same idempotency key until it succeeds or patience
 * ends.
 */
final class Newsroom {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Duration CONNECT = Duration.ofSeconds(2);

	private static final Duration ANSWER = Duration.ofSeconds(15);

	private static final String BOUNDARY = "bantin-sample-content-1f0c9a7e";

	private static final int TOO_MANY = 429;

	private final URI gateway;

	private final Supplier<String> token;

	private final Patience patience;

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(CONNECT)
		.build();

	Newsroom(URI gateway, Supplier<String> token, Patience patience) {
		this.gateway = gateway;
		this.token = token;
		this.patience = patience;
	}

	/** Stores a picture and answers with its media id. */
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

	/** Stores a draft, or finds the one that an earlier run stored. */
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
		// Somebody else may have published it, or even taken it back: then it is theirs.
		if (answer.statusCode() == 409 && find(article.id()).filter((now) -> !now.isDraft()).isPresent()) {
			return;
		}
		accepted("The publication of " + slug, answer);
	}

	/** The article as the newsroom has it now. */
	Optional<Stored> find(String id) throws InterruptedException {
		HttpResponse<byte[]> answer = send(request("/api/newsroom/articles/" + id).GET());
		return (answer.statusCode() == 404) ? Optional.empty()
				: Optional.of(stored(accepted("The question for article " + id, answer)));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.gateway + path)).timeout(ANSWER);
	}

	private HttpResponse<byte[]> send(HttpRequest.Builder request) throws InterruptedException {
		long end = System.nanoTime() + this.patience.total().toNanos();
		Duration pause = this.patience.first();
		while (true) {
			String trouble;
			Duration wait = pause;
			// Asked for each try: the file may have a fresher token by now.
			request.setHeader("Authorization", "Bearer " + this.token.get());
			try {
				HttpResponse<byte[]> answer = this.http.send(request.build(), BodyHandlers.ofByteArray());
				if (answer.statusCode() < 500 && answer.statusCode() != TOO_MANY) {
					return answer;
				}
				trouble = "it answers " + answer.statusCode();
				wait = retryAfter(answer).orElse(pause);
			}
			catch (IOException ex) {
				trouble = ex.toString();
			}
			if (System.nanoTime() + wait.toNanos() > end) {
				throw new LoadFailed("The gateway at %s did not do its part within %d s: %s.".formatted(this.gateway,
						this.patience.total().toSeconds(), trouble));
			}
			Thread.sleep(wait);
			pause = shorter(pause.multipliedBy(2), this.patience.longest());
		}
	}

	private Optional<Duration> retryAfter(HttpResponse<?> answer) {
		return answer.headers()
			.firstValue("Retry-After")
			.filter((it) -> it.matches("\\d{1,4}"))
			.map((it) -> shorter(Duration.ofSeconds(Long.parseLong(it)), this.patience.longest()));
	}

	private static Duration shorter(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

	private static JsonNode accepted(String what, HttpResponse<byte[]> answer) {
		JsonNode body;
		try {
			body = JSON.readTree(answer.body());
		}
		catch (JacksonException ex) {
			throw new LoadFailed(
					"%s was answered with %d and something that is not JSON.".formatted(what, answer.statusCode()), ex);
		}
		if (answer.statusCode() < 300) {
			return body;
		}
		StringJoiner faults = new StringJoiner("; ", " (", ")").setEmptyValue("");
		body.path("errors")
			.forEach((fault) -> faults
				.add(fault.path("field").asString("?") + ": " + fault.path("allowed").asString("?")));
		throw new LoadFailed("%s was refused with %d: %s%s".formatted(what, answer.statusCode(),
				body.path("detail").asString("no reason given."), faults));
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
	 * An article that the newsroom has.
	 *
	 * @param id its id
	 * @param revision its newest revision
	 * @param state draft, published or retracted
	 */
	record Stored(String id, long revision, String state) {

		boolean isDraft() {
			return "draft".equals(this.state);
		}

	}

}
