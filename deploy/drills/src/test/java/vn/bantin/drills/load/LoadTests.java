package vn.bantin.drills.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import vn.bantin.drills.ledger.Ledger;
import vn.bantin.drills.newspaper.Newsroom;
import vn.bantin.drills.newspaper.Site;

import static org.assertj.core.api.Assertions.assertThat;

/** What is ready before anybody reads. */
class LoadTests {

	private static final int NOT_YET = 2;

	@TempDir
	private Path folder;

	private HttpServer newspaper;

	private final AtomicInteger articles = new AtomicInteger();

	private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();

	@BeforeEach
	void start() throws IOException {
		this.newspaper = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.newspaper.createContext("/api/articles/khong-co/rating/mine", (exchange) -> {
			exchange.getResponseHeaders().add("Set-Cookie", "reader=one; Path=/");
			answer(exchange, 404, "");
		});
		this.newspaper.createContext("/api/newsroom/articles", (exchange) -> {
			String path = exchange.getRequestURI().getPath();
			if (path.endsWith("/publish")) {
				answer(exchange, 200, saved(path.split("/")[4], 2));
			}
			else {
				answer(exchange, 201, saved("a" + this.articles.incrementAndGet(), 1));
			}
		});
		this.newspaper.createContext("/api/articles/", (exchange) -> {
			int before = this.asked.computeIfAbsent(exchange.getRequestURI().getPath(), (path) -> new AtomicInteger())
				.getAndIncrement();
			boolean late = before % 2 == 1 && before / 2 < NOT_YET;
			answer(exchange, late ? 404 : 200, "{\"title\": \"Tin n1 bản 1\"}");
		});
		this.newspaper.start();
	}

	@AfterEach
	void stop() {
		this.newspaper.stop(0);
	}

	@Test
	void beginsWhenBothInstancesKnowEveryArticle() {
		Site site = new Site(List.of(URI.create("http://127.0.0.1:" + this.newspaper.getAddress().getPort())));
		LoadPlan none = new LoadPlan(Duration.ZERO, 1, 1, 1);
		try (Ledger ledger = new Ledger(this.folder.resolve("ledger.tsv"));
				Load load = new Load(site, new Readers(site, 1), new Newsroom(site, "token"), ledger, none, 1, "n")) {
			assertThat(load.rated()).isNotEmpty().allSatisfy((id) -> {
				assertAnswers(site, "/api/articles/" + id);
				assertAnswers(site, "/api/articles/" + id + "/rating");
			});
		}
	}

	private static void assertAnswers(Site site, String path) {
		assertThat(IntStream.range(0, 2).map((i) -> site.get(path).status())).as(path).containsOnly(200);
	}

	private static String saved(String id, int revision) {
		return "{\"id\": \"%s\", \"revision\": %d}".formatted(id, revision);
	}

	private static void answer(HttpExchange exchange, int status, String text) throws IOException {
		try (exchange) {
			byte[] body = text.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(status, (body.length > 0) ? body.length : -1);
			exchange.getResponseBody().write(body);
		}
	}

}
