package vn.bantin.gateway.identity;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.management.ObjectName;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.netty.http.client.HttpClient;
import vn.bantin.gateway.GatewayApplication;

import static org.assertj.core.api.Assertions.assertThat;

/** Logging in and out through the whole gateway, with a stubbed identity provider. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class LoginTests {

	private static final String ARTICLE = "/api/newsroom/articles/a1b2c3d4e5";

	private static final int FLOOD = 10_000;

	@TempDir
	static Path keys;

	private static StubProvider provider;

	@LocalServerPort
	private int port;

	private Browser browser;

	@BeforeAll
	static void startProvider() throws Exception {
		provider = new StubProvider();
	}

	@AfterAll
	static void stopProvider() {
		provider.close();
	}

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		settings().forEach((name, value) -> registry.add(name, () -> value));
	}

	private static Map<String, Object> settings() {
		return Map.of("GATEWAY_LIMITS", "off", "GATEWAY_KEYS_DIR", keys.toString(), "GATEWAY_CREATE_KEYS", "true",
				"management.server.port", "0", "IDENTITY_ISSUER", provider.address(), "ARTICLE_SERVICE_URLS",
				provider.address());
	}

	@BeforeEach
	void open() {
		provider.setAway(false);
		this.browser = new Browser(this.port);
	}

	@Test
	void logsAnEditorInAndLeadsBackToThePage() {
		EntityExchangeResult<String> answer = this.browser.get(provider.logIn(begin("/tim-kiem?q=b%C3%A3o")));
		assertThat(answer.getResponseHeaders().getLocation()).hasToString("/tim-kiem?q=b%C3%A3o");
		assertThat(this.browser.cookies()).containsKey("newsroom").doesNotContainKey("login-0");
		assertThat(this.browser.get(ARTICLE).getResponseBody()).contains(StubProvider.EDITOR);
	}

	@Test
	void showsWhoIsLoggedInAndAWayOut() {
		logIn();
		assertThat(this.browser.get("/tim-kiem?q=mua").getResponseBody()).contains(StubProvider.EDITOR,
				"action=\"/dang-xuat\"");
	}

	@Test
	void notesTheUseOfALoginAndRemovesOneThatIsOver() {
		Instant now = Instant.now();
		this.browser.cookies().put("newsroom", sealed(now.minusSeconds(600)));
		String before = this.browser.cookies().get("newsroom");
		assertThat(this.browser.get(ARTICLE).getResponseBody()).contains(StubProvider.EDITOR);
		assertThat(this.browser.cookies().get("newsroom")).isNotNull().isNotEqualTo(before);

		this.browser.cookies().put("newsroom", sealed(now.minus(Session.IDLE)));
		assertThat(this.browser.get(ARTICLE).getStatus().value()).isEqualTo(401);
		assertThat(this.browser.cookies()).doesNotContainKey("newsroom");
	}

	/** A login that was last used then. */
	private static String sealed(Instant used) {
		NewsroomUser user = new NewsroomUser("editor", StubProvider.EDITOR, Set.of("editor"));
		return new SessionSeal(Keys.read(keys, false).sessions()).seal(Session.begin(user, used));
	}

	@Test
	void keepsTheLoginAtAnotherGatewayAndAfterARestart() {
		logIn();
		try (ConfigurableApplicationContext second = new SpringApplicationBuilder(GatewayApplication.class)
			.properties(settings())
			.run("--server.port=0")) {
			this.browser.comesTo(second.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
			assertThat(this.browser.get(ARTICLE).getResponseBody()).contains(StubProvider.EDITOR);
		}
	}

	@Test
	void logsOutByPostOnly() {
		logIn();
		String copy = this.browser.cookies().get("newsroom");
		this.browser.get("/dang-xuat");
		assertThat(this.browser.get(ARTICLE).getStatus().value()).isEqualTo(200);

		assertThat(this.browser.post("/dang-xuat").getResponseHeaders().getLocation()).hasToString("/");
		assertThat(this.browser.cookies()).doesNotContainKey("newsroom");
		assertThat(this.browser.get(ARTICLE).getStatus().value()).isEqualTo(401);

		this.browser.cookies().put("newsroom", copy);
		assertThat(this.browser.get(ARTICLE).getStatus().value()).isEqualTo(401);
	}

	@Test
	void keepsEveryStepOutOfCaches() {
		EntityExchangeResult<String> page = this.browser.get("/dang-nhap?back=/");
		EntityExchangeResult<String> begun = this.browser.get("/oauth2/authorization/bantin?back=%2F");
		EntityExchangeResult<String> failed = this.browser.get("/login/oauth2/code/bantin?code=c&state=s");
		EntityExchangeResult<String> loggedIn = this.browser.get(provider.logIn(begin("/")));
		EntityExchangeResult<String> article = this.browser.get(ARTICLE);
		EntityExchangeResult<String> loggedOut = this.browser.post("/dang-xuat");
		EntityExchangeResult<String> refused = this.browser.get(ARTICLE);
		assertThat(List.of(page, begun, failed, loggedIn, article, loggedOut, refused))
			.allSatisfy((answer) -> assertThat(answer.getResponseHeaders().get(HttpHeaders.CACHE_CONTROL))
				.containsExactly("no-store"));
	}

	@Test
	void saysThatThePersonCancelledAndOffersToTryAgain() {
		EntityExchangeResult<String> answer = this.browser.get(provider.cancel(begin("/thoi-su")));
		assertThat(answer.getStatus().value()).isEqualTo(403);
		assertThat(answer.getResponseBody()).contains("Đăng nhập không được chấp nhận", "Đăng nhập lại",
				"/dang-nhap?back=%2Fthoi-su");
		assertThat(this.browser.cookies()).doesNotContainKey("newsroom");
	}

	@Test
	void saysSoInEnglishToo() {
		this.browser.cookies().put("language", "en");
		assertThat(this.browser.get(provider.cancel(begin("/"))).getResponseBody()).contains("The login was refused",
				"Log in again");
	}

	@Test
	void saysThatALoginIsUnknownOrExpired() {
		EntityExchangeResult<String> answer = this.browser.get("/login/oauth2/code/bantin?code=c&state=another");
		assertThat(answer.getStatus().value()).isEqualTo(400);
		assertThat(answer.getResponseBody()).contains("Lần đăng nhập này đã hết hạn", "/dang-nhap?back=%2F");
	}

	@Test
	void saysThatTheProvidersAnswerIsNotValid() {
		URI begun = begin("/");
		String forged = provider.logIn(begun).replaceAll("code=.*", "code=forged");
		EntityExchangeResult<String> answer = this.browser.get(forged);
		assertThat(answer.getStatus().value()).isEqualTo(400);
		assertThat(answer.getResponseBody()).contains("Đăng nhập không thành công");
	}

	@Test
	void saysThatAnAnswerSaysNothing() {
		EntityExchangeResult<String> answer = this.browser.get(provider.logIn(begin("/")).replaceAll("&code=.*", ""));
		assertThat(answer.getStatus().value()).isEqualTo(400);
		assertThat(answer.getResponseBody()).contains("Đăng nhập không thành công");
	}

	@Test
	void saysThatTheProviderIsAwayAndWorksWhenItIsBack() {
		String callback = provider.logIn(begin("/"));
		provider.setAway(true);
		EntityExchangeResult<String> answer = this.browser.get(callback);
		assertThat(answer.getStatus().value()).isEqualTo(503);
		assertThat(answer.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isNotNull();
		assertThat(answer.getResponseBody()).contains("Tạm thời chưa đăng nhập được");
		provider.setAway(false);
		logIn();
		assertThat(this.browser.get(ARTICLE).getStatus().value()).isEqualTo(200);
	}

	@Test
	void tellsAProgramWithAProblem() {
		EntityExchangeResult<byte[]> answer = WebTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + this.port)
			.build()
			.get()
			.uri("/login/oauth2/code/bantin?code=c&state=another")
			.header("Accept", "application/json")
			.exchange()
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("/problems/login-failed")
			.returnResult();
		assertThat(answer.getStatus().value()).isEqualTo(400);
	}

	@Test
	void worksInTwoTabsAtOnce() {
		URI first = begin("/thoi-su");
		URI second = begin("/van-hoa");
		assertThat(this.browser.follow(provider.logIn(second))).hasToString("/van-hoa");
		assertThat(this.browser.follow(provider.logIn(first))).hasToString("/thoi-su");
	}

	@Test
	void leadsToNoOtherSite() {
		for (String evil : List.of("https://evil.vn/", "//evil.vn/", "/%5Cevil.vn/")) {
			assertThat(this.browser.follow("/dang-nhap?back=" + evil))
				.hasToString("/oauth2/authorization/bantin?back=%2F");
			assertThat(this.browser
				.follow(provider.logIn(this.browser.follow("/oauth2/authorization/bantin?back=" + evil))))
				.hasToString("/");
		}
	}

	@Test
	void remembersNothingOfThoseWhoOnlyAskForALogin() throws Exception {
		HttpClient client = HttpClient.create().baseUrl("http://127.0.0.1:" + this.port);
		List<Integer> answers = Flux.range(0, FLOOD)
			.flatMap((i) -> client.get()
				.uri("/oauth2/authorization/bantin")
				.responseSingle((answer, body) -> body.thenReturn(answer.status().code())), 32)
			.distinct()
			.collectList()
			.block();
		assertThat(answers).containsExactly(302);
		assertThat(alive(OAuth2AuthorizationRequest.class.getName())).isLessThan(FLOOD / 10);
		assertThat(alive("org.springframework.web.server.session.InMemoryWebSessionStore$InMemoryWebSession")).isZero();
		logIn();
		assertThat(this.browser.get(ARTICLE).getStatus().value()).isEqualTo(200);
	}

	/** How many objects of a class can be reached. */
	private static long alive(String type) throws Exception {
		Object histogram = ManagementFactory.getPlatformMBeanServer()
			.invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "gcClassHistogram",
					new Object[] { new String[0] }, new String[] { String[].class.getName() });
		return histogram.toString()
			.lines()
			.map((line) -> line.strip().split("\\s+"))
			.filter((columns) -> columns.length > 3 && columns[3].equals(type))
			.mapToLong((columns) -> Long.parseLong(columns[1]))
			.sum();
	}

	private void logIn() {
		this.browser.get(provider.logIn(begin("/")));
		assertThat(this.browser.cookies()).containsKey("newsroom");
	}

	/** Where the gateway sends the browser for a login. */
	private URI begin(String back) {
		URI begin = this.browser.follow("/dang-nhap?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
		return this.browser.follow(begin.toString());
	}

}
