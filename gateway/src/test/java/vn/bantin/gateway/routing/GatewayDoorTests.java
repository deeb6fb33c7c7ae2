package vn.bantin.gateway.routing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.bantin.gateway.RawConnection;
import vn.bantin.gateway.RawConnection.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** What of a request reaches a service, and what of its answer the caller. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class GatewayDoorTests {

	private static final List<Headers> asked = new CopyOnWriteArrayList<>();

	private static final HttpServer service = serve();

	@TempDir
	static Path keys;

	@LocalServerPort
	private int port;

	@Autowired
	private MeterRegistry meters;

	private static HttpServer serve() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
			server.createContext("/", GatewayDoorTests::handle);
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			// Any page asks for the sections, that of an error too.
			if (!exchange.getRequestURI().getPath().equals("/api/sections")) {
				asked.add(exchange.getRequestHeaders());
			}
			exchange.getRequestBody().readAllBytes();
			boolean broken = exchange.getRequestURI().getPath().endsWith("/broken");
			byte[] answer = broken ? "<html>Apache Tomcat/11.0.27 at Foo.java:3</html>".getBytes(StandardCharsets.UTF_8)
					: ("{\"text\":\"" + "a".repeat(4_000) + "\"}").getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", broken ? "text/html;charset=utf-8" : "application/json");
			exchange.sendResponseHeaders(broken ? 400 : 200, answer.length);
			exchange.getResponseBody().write(answer);
		}
	}

	@DynamicPropertySource
	static void behindIt(DynamicPropertyRegistry registry) {
		String address = "http://127.0.0.1:" + service.getAddress().getPort();
		Map.of("ARTICLE_SERVICE_URLS", address, "RATING_SERVICE_URLS", address, "WIDGET_SERVICE_URLS", address,
				"GATEWAY_KEYS_DIR", keys.toString(), "GATEWAY_CREATE_KEYS", "true", "management.server.port", "0")
			.forEach((name, value) -> registry.add(name, () -> value));
	}

	@AfterAll
	static void close() {
		service.stop(0);
	}

	@BeforeEach
	void forget() {
		asked.clear();
	}

	private RawConnection connect() throws IOException {
		return new RawConnection(this.port);
	}

	private Answer answer(String request) throws IOException {
		try (RawConnection connection = connect()) {
			return connection.send(request).answer();
		}
	}

	private static String get(String path, String... headers) {
		return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", headers)
				+ ((headers.length > 0) ? "\r\n\r\n" : "\r\n");
	}

	@Test
	void passesOnlyListedHeadersInward() throws IOException {
		answer(get("/api/articles/a1b2c3d4e5", "Accept: application/json", "Accept-Language: vi", "Range: bytes=0-9",
				"If-None-Match: \"1\"", "Cookie: a=b", "Accept-Encoding: gzip", "X-Original-URL: /api/newsroom",
				"X-Forwarded-For: 1.2.3.4", "Forwarded: for=1.2.3.4", "X-User-Id: admin",
				"X-HTTP-Method-Override: DELETE", "X-Seen: articles-0:1", "User-Agent: test",
				"traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
		assertThat(asked).hasSize(1);
		assertThat(asked.getFirst().getFirst("User-agent")).isNotEqualTo("test");
		assertThat(asked.getFirst().keySet()).containsExactlyInAnyOrder("Accept", "Accept-language", "Range",
				"If-none-match", "Traceparent", "Host", "User-agent", "X-asked");
	}

	@Test
	void answersManyReadersWhileVotesOfSlowClientsAreOnTheirWay() throws IOException {
		String head = "PUT /api/articles/a1b2c3d4e5/rating/mine HTTP/1.1\r\nHost: localhost\r\n"
				+ "Content-Type: application/json\r\n";
		List<RawConnection> slow = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			slow.add(connect().send(head + "Content-Length: 2000\r\n\r\n{"));
		}
		for (int i = 0; i < 50; i++) {
			assertThat(answer(head + "Content-Length: 11\r\n\r\n{\"stars\":5}").status()).isEqualTo(200);
		}
		for (RawConnection connection : slow) {
			connection.close();
		}
		assertThat(asked).hasSize(50);
		assertThat(this.meters.get("bantin.gateway.refused").tag("service", "rating-service").counters())
			.allSatisfy((refused) -> assertThat(refused.count()).isZero());
	}

	@Test
	void hidesThePageOfAServicesContainer() throws IOException {
		Answer answer = answer(get("/api/articles/broken"));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.body()).contains("/problems/").doesNotContain("Tomcat");
	}

	@Test
	void tellsCachesWhatVariesAndWhatIsNotTheirs() throws IOException {
		assertThat(answer(get("/api/articles/a1b2c3d4e5")).header("Vary")).contains("Accept-Encoding");
		assertThat(answer(get("/api/newsroom/articles"))).satisfies(
				(answer) -> assertThat(answer.status()).isEqualTo(401),
				(answer) -> assertThat(answer.header("Cache-Control")).isEqualTo("no-store"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/api/articles", "/api/live", "/xa-hoi", "/nothing/at/all" })
	void upgradesNothing(String path) throws IOException {
		assertThat(answer(get(path, "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13",
				"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="))
			.status()).isNotEqualTo(101);
	}

	@Test
	void writesNoLogAndNoAddressForWhatAClientCanCause(CapturedOutput output) throws IOException {
		String post = "POST /xa-hoi/a-a1b2c3d4e5/danh-gia HTTP/1.1\r\nHost: localhost\r\n";
		assertThat(answer(post + "Content-Length: 2097152\r\n\r\n" + "a".repeat(2_097_152)).status()).isEqualTo(413);
		assertThat(answer(post + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc").status()).isEqualTo(400);
		assertThat(answer(get("/tim-kiem?q=%ff")).status()).isEqualTo(400);
		assertThat(answer(get("/tuy-chon?back=%ff")).status()).isEqualTo(400);
		assertThat(answer(get("/", "Cookie: reader=%ff; \"=;;=a")).status()).isLessThan(600);
		try (RawConnection connection = connect()) {
			connection.send(get("/api/articles/a1b2c3d4e5")).reset();
		}
		try (RawConnection connection = connect()) {
			connection.send(post + "Content-Length: 100\r\n\r\na").reset();
		}
		assertThat(answer(get("/api/articles/a1b2c3d4e5")).status()).isEqualTo(200);
		assertThat(output.getOut().lines().filter((line) -> line.startsWith("\tat ")).toList()).isEmpty();
		assertThat(output.getOut()).doesNotContain("R:/127.0.0.1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/newsroom/articles", "/api/newsroom/articles/", "/api/NEWSROOM/articles",
			"/api/newsroom/articles.", "/api/newsroom./articles", "/api/newsroom/articles%20",
			"/api/newsroom%252farticles", "/api/newsroom/..;/newsroom/articles", "/api/%6eewsroom/articles",
			"/api/newsroom/articles/a1b2c3d4e5/revisions", "/API/newsroom/articles",
			"/api/articles/../newsroom/articles", "/api/articles/%2e%2e/newsroom/articles", "//api/newsroom/articles",
			"/api//newsroom/articles", "/api/newsroom;a=b/articles", "/api%2fnewsroom%2farticles",
			"/api/newsroom/media", "/api\\newsroom\\articles" })
	void letsNoSpellingOfANewsroomPathIn(String path) throws IOException {
		assertThat(answer(get(path)).status()).isBetween(400, 405);
		assertThat(asked).noneSatisfy((headers) -> assertThat(headers.getFirst("X-asked")).isNotNull());
	}

	@ParameterizedTest
	@ValueSource(strings = { "env", "heapdump", "loggers", "gateway/routes", "threaddump", "configprops", "beans",
			"mappings", "refresh", "health", "prometheus" })
	void showsNothingOfTheManagementPort(String endpoint) throws IOException {
		assertThat(answer(get("/actuator/" + endpoint)).status()).isIn(400, 404, 503);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.vn", "null", "http://sub.localhost", "http://localhost.evil.vn" })
	void sharesNothingWithOtherOrigins(String origin) throws IOException {
		Answer answer = answer(get("/api/articles/a1b2c3d4e5", "Origin: " + origin));
		assertThat(answer.headers()).doesNotContainKey("Access-Control-Allow-Origin");
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/x-www-form-urlencoded", "application/json" })
	void takesNoChangeFromAnotherSite(String type) throws IOException {
		assertThat(answer("PUT /api/articles/a1b2c3d4e5/rating/mine HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
				+ type + "\r\nOrigin: https://evil.vn\r\nCookie: SESSION=a\r\nContent-Length: 2\r\n\r\n{}")
			.status()).isEqualTo(403);
		assertThat(asked).isEmpty();
	}

}
