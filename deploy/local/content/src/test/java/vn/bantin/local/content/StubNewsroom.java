package vn.bantin.local.content;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A newsroom that keeps idempotency keys as the real one does and can be told what to do
 * with the next requests.
 */
final class StubNewsroom implements AutoCloseable {

	/** What happens to one request. */
	enum Turn {

		/** All goes well. */
		WORK,

		/** The request is lost before anything was done. */
		REFUSE,

		/** It is done, but the answer gets lost. */
		LOSE_ANSWER

	}

	/** Decides by the request's number, from 0 on. */
	interface Script {

		Turn turn(int number);

	}

	private final HttpServer server;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final Map<String, byte[]> media = new LinkedHashMap<>();

	private final Map<String, ObjectNode> articles = new LinkedHashMap<>();

	private final Map<String, String> articleByKey = new LinkedHashMap<>();

	private final List<String> published = new ArrayList<>();

	private final List<String> requests = new ArrayList<>();

	private String token = "secret";

	private Script script = (number) -> Turn.WORK;

	StubNewsroom() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(this.threads);
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	URI address() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	synchronized void play(Script next) {
		this.script = next;
		this.requests.clear();
	}

	synchronized void expectToken(String next) {
		this.token = next;
	}

	/** Everything that was stored is gone, as after a reset. */
	synchronized void forgetAll() {
		this.media.clear();
		this.articles.clear();
		this.articleByKey.clear();
		this.published.clear();
	}

	synchronized Map<String, ObjectNode> articles() {
		return Map.copyOf(this.articles);
	}

	synchronized List<String> published() {
		return List.copyOf(this.published);
	}

	synchronized Map<String, byte[]> media() {
		return Map.copyOf(this.media);
	}

	synchronized List<String> requests() {
		return List.copyOf(this.requests);
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			byte[] body = exchange.getRequestBody().readAllBytes();
			Answer answer;
			synchronized (this) {
				Turn turn = this.script.turn(this.requests.size());
				this.requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
				if (turn == Turn.REFUSE) {
					exchange.getResponseHeaders().add("Retry-After", "0");
					answer = problem(503, "Later.");
				}
				else {
					answer = answer(exchange, body);
					if (turn == Turn.LOSE_ANSWER) {
						// Closed without headers: the client sees the connection end.
						return;
					}
				}
			}
			byte[] json = answer.body().toString().getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(answer.status(), json.length);
			exchange.getResponseBody().write(json);
		}
	}

	private Answer answer(HttpExchange exchange, byte[] body) {
		if (!("Bearer " + this.token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
			return problem(401, "The token is not valid.");
		}
		String path = exchange.getRequestURI().getPath();
		String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
		if (path.equals("/api/newsroom/media")) {
			String id = "m" + (1000000000 + this.media.size());
			this.media.put(id, body);
			return new Answer(201, JsonNodeFactory.instance.objectNode().put("id", id));
		}
		if (path.equals("/api/newsroom/articles")) {
			return create(key, JsonMapper.shared().readTree(body));
		}
		ObjectNode article = this.articles.get(path.split("/")[4]);
		if (article == null) {
			return problem(404, "There is no such article.");
		}
		if (exchange.getRequestMethod().equals("GET")) {
			return new Answer(200, article);
		}
		return publish(article, key, exchange.getRequestHeaders().getFirst("If-Match"));
	}

	private Answer create(String key, JsonNode draft) {
		for (String picture : draft.findValuesAsString("media")) {
			if (!this.media.containsKey(picture)) {
				return new Answer(400, JsonMapper.shared().readTree("""
						{"detail": "The draft breaks a rule.",
						 "errors": [{"field": "leadPicture.media", "allowed": "the id of a stored picture"}]}"""));
			}
		}
		String id = this.articleByKey.computeIfAbsent(key, (it) -> {
			String next = "a" + (100000000 + this.articles.size());
			this.articles.put(next,
					((ObjectNode) draft.deepCopy()).put("id", next).put("revision", 1).put("state", "draft"));
			return next;
		});
		return new Answer(201, Objects.requireNonNull(this.articles.get(id)));
	}

	private Answer publish(ObjectNode article, String key, String ifMatch) {
		String id = article.path("id").asString();
		if (this.articleByKey.containsKey(id + "/" + key)) {
			return new Answer(200, article);
		}
		if (!ifMatch.equals("\"" + article.path("revision").asInt() + "\"")) {
			return problem(409, "Somebody else changed the article.");
		}
		this.articleByKey.put(id + "/" + key, id);
		this.published.add(id);
		article.put("state", "published").put("revision", article.path("revision").asInt() + 1);
		return new Answer(200, article);
	}

	private static Answer problem(int status, String detail) {
		return new Answer(status, JsonNodeFactory.instance.objectNode().put("detail", detail));
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.close();
	}

	private record Answer(int status, JsonNode body) {
	}

}
