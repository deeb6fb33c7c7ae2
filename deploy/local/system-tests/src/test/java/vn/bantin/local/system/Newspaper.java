package vn.bantin.local.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The newspaper as its users see it: HTTP through the gateway and nothing else.
 */
final class Newspaper {

	static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

	private final URI gateway;

	Newspaper(URI gateway) {
		this.gateway = gateway;
	}

	URI at(String path) {
		return this.gateway.resolve(path);
	}

	Answer get(String path, String... headers) {
		return send("GET", path, null, headers);
	}

	Answer send(String method, String path, @Nullable String json, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(at(path)).timeout(PATIENCE);
		if (json != null) {
			request.header("Content-Type", "application/json");
		}
		if (headers.length > 0) {
			request.headers(headers);
		}
		request.method(method, (json != null) ? BodyPublishers.ofString(json) : BodyPublishers.noBody());
		try {
			return new Answer(this.http.send(request.build(), BodyHandlers.ofString()));
		}
		catch (IOException ex) {
			return Answer.NONE;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** A person of the newsroom, told apart by the bearer token. */
	Desk desk(String token) {
		return new Desk(token);
	}

	/** A reader whom the newspaper has not seen before. */
	VisitingReader newReader() {
		return new VisitingReader();
	}

	Document page(String url) {
		Answer answer = get(url);
		if (answer.status() != 200) {
			throw new AssertionError("GET %s answered %d: %s".formatted(url, answer.status(), answer.body()));
		}
		return Jsoup.parse(answer.body(), at(url).toString());
	}

	static String draft(String title) {
		return """
				{ "title": "%s", "lead": "Mở đầu của %s.", "sourceMark": "QPTĐ", "kind": "article", "section": "thoi-su",
				  "tags": ["Hà Nội"], "authors": [{"name": "Phương Linh"}],
				  "body": {"type": "doc", "content": [
				    {"type": "heading", "attrs": {"level": 2}, "content": [{"type": "text", "text": "Nhiều cách làm mới"}]},
				    {"type": "paragraph", "content": [{"type": "text", "text": "Nội dung của %s."}]}]} }"""
			.formatted(title, title, title);
	}

	/**
	 * What came back; status 0 stands for no answer at all.
	 *
	 * @param status the HTTP status
	 * @param body the body as text
	 * @param headers the headers
	 */
	record Answer(int status, String body, java.net.http.HttpHeaders headers) {

		static final Answer NONE = new Answer(0, "", java.net.http.HttpHeaders.of(java.util.Map.of(), (n, v) -> true));

		Answer(HttpResponse<String> response) {
			this(response.statusCode(), response.body(), response.headers());
		}

		JsonNode json() {
			return JSON.readTree(this.body);
		}

		@Nullable String header(String name) {
			return this.headers.firstValue(name).orElse(null);
		}

	}

	final class Desk {

		private final String token;

		private Desk(String token) {
			this.token = token;
		}

		Answer create(String draft) {
			return create(draft, UUID.randomUUID().toString());
		}

		Answer create(String draft, String idempotencyKey) {
			return call("POST", "/api/newsroom/articles", draft, "Idempotency-Key", idempotencyKey);
		}

		Answer edit(String id, String draft, String revision) {
			return call("PUT", "/api/newsroom/articles/" + id, draft, "If-Match", revision);
		}

		Answer publish(String id, String revision) {
			return call("POST", "/api/newsroom/articles/" + id + "/publish", "{}", "If-Match", revision,
					"Idempotency-Key", "publish-" + id + revision.replace("\"", "-"));
		}

		Answer retract(String id, String revision, String reason) {
			return call("POST", "/api/newsroom/articles/" + id + "/retract", "{\"reason\": \"" + reason + "\"}",
					"If-Match", revision, "Idempotency-Key", "retract-" + id);
		}

		/** Creates and publishes; answers with the newsroom's last answer. */
		Answer publishNew(String title) {
			Answer created = create(draft(title));
			if (created.status() != 201) {
				return created;
			}
			return publish(created.json().path("id").asString(), revision(created));
		}

		Answer call(String method, String path, @Nullable String json, String... headers) {
			List<String> all = new java.util.ArrayList<>(List.of(headers));
			all.addAll(List.of("Authorization", "Bearer " + this.token));
			return send(method, path, json, all.toArray(String[]::new));
		}

	}

	static String revision(Answer answer) {
		return "\"" + answer.json().path("revision").asString() + "\"";
	}

	final class VisitingReader {

		private @Nullable String cookie;

		Answer rate(String article, int stars) {
			return call("PUT", "/api/articles/" + article + "/rating/mine", "{\"stars\": " + stars + "}");
		}

		Answer withdraw(String article) {
			return call("DELETE", "/api/articles/" + article + "/rating/mine", null);
		}

		Answer rating(String article) {
			return call("GET", "/api/articles/" + article + "/rating", null);
		}

		/**
		 * Makes sure of a cookie first, so that a vote whose answer is lost is still this
		 * reader's.
		 */
		void visit() {
			call("GET", "/", null);
		}

		private Answer call(String method, String path, @Nullable String json) {
			Answer answer = (this.cookie != null) ? send(method, path, json, "Cookie", this.cookie)
					: send(method, path, json);
			for (String set : answer.headers().allValues("Set-Cookie")) {
				if (set.startsWith("reader=")) {
					this.cookie = set.substring(0, set.indexOf(';'));
				}
			}
			return answer;
		}

	}

}
