package vn.bantin.gateway.site;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.bantin.gateway.change.Change;
import vn.bantin.gateway.change.Tag;
import vn.bantin.gateway.change.TestChanges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Pages and answers out of memory: when, for whom, and what becomes of a change. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "bantin.site.article-within=20s", "bantin.site.list-within=3s", "bantin.site.part-within=3s" })
class SiteMemoryTests {

	private static final StubServices services = new StubServices();

	private static final String ID = "a1b2c3d4e5";

	private static final String API = "/api/articles/" + ID;

	@TempDir
	static Path keys;

	@LocalServerPort
	private int port;

	@Autowired
	private TestChanges changes;

	@DynamicPropertySource
	static void behindIt(DynamicPropertyRegistry registry) {
		SiteSettings.of(services, keys).forEach((name, value) -> registry.add(name, () -> value));
		registry.add("bantin.memory.size", () -> "16MB");
	}

	@AfterAll
	static void closeServices() {
		services.close();
	}

	@BeforeEach
	void startAGoodDay() {
		services.goodDay();
		this.changes.forget();
		// What earlier tests have left.
		this.changes.article(ID, 1, Change.Article.Kind.RETRACTED, Tag.kind("photo-story"));
		this.changes.forget();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", StubServices.ARTICLE, API, "/api/sections" })
	void asksTheServicesOnceForAllReaders(String path) {
		assertThat(status(get(path))).startsWith("Bantin; fwd=");
		int asked = services.asked().size();
		for (int i = 0; i < 5; i++) {
			assertThat(status(get(path))).startsWith("Bantin; hit; ttl=");
		}
		assertThat(services.asked()).hasSize(asked);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", StubServices.ARTICLE, API, "/khong-co-muc-nay" })
	void saysTheSameFromMemoryAsWithout(String path) {
		EntityExchangeResult<byte[]> made = get(path);
		EntityExchangeResult<byte[]> hit = get(path);
		assertThat(status(hit)).contains("; hit;");
		assertThat(hit.getStatus()).isEqualTo(made.getStatus());
		assertThat(hit.getResponseBody()).isEqualTo(made.getResponseBody());
		assertThat(lasting(hit)).isEqualTo(lasting(made));
		assertThat(hit.getResponseHeaders().headerNames()).contains("Content-Security-Policy", "X-Content-Type-Options",
				"Referrer-Policy", "Permissions-Policy", "Date", "Age");
		assertThat(hit.getResponseHeaders().headerNames()).doesNotContain("Set-Cookie", "Server");
	}

	@Test
	void answersHeadWithoutABody() {
		long length = get(StubServices.ARTICLE).getResponseHeaders().getContentLength();
		EntityExchangeResult<byte[]> head = exchange(HttpMethod.HEAD, StubServices.ARTICLE, Map.of());
		assertThat(head.getResponseBody()).isNull();
		assertThat(head.getResponseHeaders().getContentLength()).isEqualTo(length);
		assertThat(get(StubServices.ARTICLE).getStatus()).isEqualTo(HttpStatus.OK);
	}

	@ParameterizedTest
	@CsvSource({ "gzip,gzip", "'gzip, br',br" })
	void givesEachReaderACodingOfTheirs(String accepted, String coding) {
		get(StubServices.ARTICLE, "Accept-Encoding", accepted);
		EntityExchangeResult<byte[]> hit = get(StubServices.ARTICLE, "Accept-Encoding", accepted);
		assertThat(hit.getResponseHeaders().getFirst("Content-Encoding")).isEqualTo(coding);
		assertThat(hit.getResponseHeaders().getVary()).contains("Accept-Encoding", "Cookie");
		assertThat(get(StubServices.ARTICLE).getResponseHeaders().getFirst("Content-Encoding")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { StubServices.ARTICLE, API })
	void saysNotModifiedToWhoHasIt(String path) {
		get(path);
		String tag = String.valueOf(get(path).getResponseHeaders().getETag());
		assertThat(tag).startsWith("\"");
		EntityExchangeResult<byte[]> again = get(path, "If-None-Match", tag);
		assertThat(again.getStatus()).isEqualTo(HttpStatus.NOT_MODIFIED);
		assertThat(again.getResponseBody()).isNull();
		assertThat(again.getResponseHeaders().getETag()).isEqualTo(tag);
	}

	@Test
	void showsAnUpdateWithinASecond() {
		get(API);
		services.answer("GET " + API, 200,
				StubServices.file("article.json").replace("\"revision\": 3", "\"revision\": 8"));
		this.changes.article(ID, 8, Change.Article.Kind.UPDATED);
		assertThat(status(get(API))).contains("; hit;");
		await().untilAsserted(() -> assertThat(body(get(API))).contains("\"revision\": 8"));
		assertThat(status(get(API))).contains("; hit;");
	}

	@Test
	void showsARetractionAtOnceEverywhere() {
		get(StubServices.ARTICLE);
		get("/");
		get(API);
		services.answer("GET " + API, 410, "{\"reason\":\"Bài đăng nhầm\"}");
		services.answer("GET /api/articles", 200, "{\"items\":[]}");
		this.changes.article(ID, 8, Change.Article.Kind.RETRACTED);
		assertThat(get(StubServices.ARTICLE).getStatus()).isEqualTo(HttpStatus.GONE);
		assertThat(body(get(StubServices.ARTICLE))).contains("Bài đăng nhầm");
		assertThat(get(API).getStatus()).isEqualTo(HttpStatus.GONE);
		assertThat(body(get("/"))).doesNotContain(ID);
	}

	@Test
	void showsNobodyARetractedArticleWhileItsServiceIsAway() {
		get(StubServices.ARTICLE);
		services.answer("GET " + API, 503, "{}");
		this.changes.article(ID, 8, Change.Article.Kind.RETRACTED);
		assertThat(get(StubServices.ARTICLE).getStatus()).isEqualTo(HttpStatus.GONE);
	}

	@Test
	void givesTheLastGoodPageWhileAServiceIsAway() {
		String good = body(get(StubServices.ARTICLE));
		assertThat(good).contains("<p class=\"stale\" hidden>");
		services.answer("GET " + API, 503, "{}");
		this.changes.article(ID, 8, Change.Article.Kind.UPDATED);
		await().untilAsserted(() -> {
			EntityExchangeResult<byte[]> old = get(StubServices.ARTICLE);
			assertThat(old.getStatus()).isEqualTo(HttpStatus.OK);
			assertThat(status(old)).contains("detail=stale-if-error");
			assertThat(body(old)).doesNotContain("<p class=\"stale\" hidden>")
				.contains("lúc này chưa lấy được bản mới hơn");
		});
		services.goodDay();
		await().untilAsserted(() -> assertThat(body(get(StubServices.ARTICLE))).contains("<p class=\"stale\" hidden>"));
	}

	@Test
	void livesShortlyWithoutWordOfChanges() {
		get(API);
		this.changes.current(false);
		int asked = services.asked().size();
		await().untilAsserted(() -> {
			get(API);
			assertThat(services.asked()).hasSizeGreaterThan(asked);
		});
	}

	@Test
	void tellsTheServicesHowFarTheTopicsAreKnown() {
		this.changes.seen("articles-3:4711,tallies-0:1");
		get("/api/articles?limit=9");
		assertThat(services.asked()).anySatisfy((asked) -> {
			assertThat(asked.address()).isEqualTo("/api/articles?limit=9");
			assertThat(asked.seen()).isEqualTo("articles-3:4711,tallies-0:1");
		});
	}

	@Test
	void showsTheTallyThatTheTopicTold() {
		this.changes.tally(ID, 34, """
				{"article":"%s","sum":9,"count":2,"mean":4.5,"stars":{"4":1,"5":1},"version":34}""".formatted(ID));
		EntityExchangeResult<byte[]> page = get(StubServices.ARTICLE);
		assertThat(body(page)).contains("Tổng số điểm của bài viết là: 9 trong 2 đánh giá");
		assertThat(page.getResponseHeaders().getETag()).matches("\"r\\d+t34-.*\"");
	}

	@Test
	void doesNotShowAReaderAnOlderTallyThanBefore() {
		get(StubServices.ARTICLE);
		String tag = String.valueOf(get(StubServices.ARTICLE).getResponseHeaders().getETag());
		String newer = tag.replaceFirst("t\\d+", "t99");
		await().untilAsserted(
				() -> assertThat(status(get(StubServices.ARTICLE, "If-None-Match", newer))).startsWith("Bantin; fwd="));
	}

	@Test
	void drawsAPageOfTheirOwnForWhoHasVotedWithoutScripts() {
		get(StubServices.ARTICLE);
		EntityExchangeResult<byte[]> own = get(StubServices.ARTICLE, "Cookie", "own-vote=1");
		assertThat(status(own)).isEqualTo("Bantin; fwd=bypass");
		assertThat(own.getResponseHeaders().getCacheControl()).contains("private");
	}

	@Test
	void drawsPagesApartByWhatTheirReadersChose() {
		assertThat(body(get("/", "Cookie", "contrast=high; reader=x"))).contains("data-contrast=\"high\"");
		assertThat(body(get("/"))).doesNotContain("data-contrast=\"high\"");
		assertThat(body(get("/", "Cookie", "contrast=high"))).contains("data-contrast=\"high\"");
		assertThat(status(get("/", "Cookie", "contrast=high"))).contains("; hit;");
		assertThat(body(get("/", "Cookie", "language=en"))).contains("lang=\"en\"");
	}

	@Test
	void keepsNothingThatItWasNotAllowedTo() {
		assertThat(status(get("/api/articles?unknown=1"))).doesNotContain("hit");
		services.answer("GET /api/articles?unknown", 400, "{}");
		get("/api/articles?unknown=2");
		assertThat(status(get("/api/articles?unknown=2"))).doesNotContain("hit").doesNotContain("stored");
	}

	private static String status(EntityExchangeResult<byte[]> answer) {
		return String.valueOf(answer.getResponseHeaders().getFirst("Cache-Status"));
	}

	private static Map<String, List<String>> lasting(EntityExchangeResult<byte[]> answer) {
		return answer.getResponseHeaders()
			.headerSet()
			.stream()
			.filter((header) -> !List.of("date", "age", "cache-status")
				.contains(header.getKey().toLowerCase(Locale.ROOT)))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a,
					() -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER)));
	}

	private static String body(EntityExchangeResult<byte[]> answer) {
		byte[] body = answer.getResponseBody();
		return (body != null) ? new String(body, StandardCharsets.UTF_8) : "";
	}

	private EntityExchangeResult<byte[]> get(String path, String... header) {
		return exchange(HttpMethod.GET, path, (header.length > 0) ? Map.of(header[0], header[1]) : Map.of());
	}

	private EntityExchangeResult<byte[]> exchange(HttpMethod method, String path, Map<String, String> headers) {
		HttpHeaders sent = new HttpHeaders();
		headers.forEach(sent::set);
		return WebTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + this.port)
			.build()
			.method(method)
			.uri(path)
			.headers((all) -> all.addAll(sent))
			.exchange()
			.expectBody()
			.returnResult();
	}

	@TestConfiguration
	static class Told {

		@Bean
		@Primary
		TestChanges testChanges() {
			return new TestChanges();
		}

	}

}
