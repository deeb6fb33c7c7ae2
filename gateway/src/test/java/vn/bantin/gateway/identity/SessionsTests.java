package vn.bantin.gateway.identity;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import vn.bantin.gateway.AdvancedClock;

import static org.assertj.core.api.Assertions.assertThat;

/** A login in its cookie. */
class SessionsTests {

	private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

	private static final List<byte[]> SECRETS = List
		.of("a key of thirty-two bytes, first".getBytes(StandardCharsets.UTF_8));

	private static final NewsroomUser USER = new NewsroomUser("u1", "Nguyễn Thị Biên Tập", Set.of("editor", "writer"));

	private static final String PRIVATE = "no-cache, private";

	private final AdvancedClock clock = new AdvancedClock(Clock.fixed(NOW, ZoneOffset.UTC));

	private Sessions sessions;

	private String cookie;

	@BeforeEach
	void logIn() {
		this.sessions = gateway(false);
		this.cookie = begin(this.sessions, null).getValue();
	}

	@Test
	void remembersWhoLoggedInAtEveryGateway() {
		assertThat(user(this.sessions, this.cookie)).contains(USER);
		assertThat(user(gateway(false), this.cookie)).contains(USER);
	}

	@Test
	void isSmall() {
		NewsroomUser longest = new NewsroomUser("x".repeat(255), "Ễ".repeat(200), Set.of("editor", "writer"));
		assertThat(new SessionSeal(SECRETS).seal(Session.begin(longest, NOW)).length()).isLessThan(2000);
		assertThat(this.cookie.length()).isLessThan(500);
	}

	@Test
	void isSeenByNoScriptAndSentByNoOtherSitesForm() {
		ResponseCookie set = begin(this.sessions, null);
		assertThat(set.toString()).contains("newsroom=", "Path=/", "HttpOnly", "SameSite=Lax", "Max-Age=1800")
			.doesNotContain("Secure", "Domain");
	}

	@Test
	void belongsToItsHostAloneWhereThereIsHttps() {
		MockServerWebExchange exchange = exchange(null, null);
		gateway(true).save(exchange, context()).block();
		assertThat(String.valueOf(exchange.getResponse().getCookies().getFirst("__Host-newsroom"))).contains("Secure",
				"Path=/", "HttpOnly", "SameSite=Lax");
	}

	@Test
	void isOverAfterHalfAnHourWithoutUse() {
		this.clock.advance(Session.IDLE);
		assertThat(user(this.sessions, this.cookie)).isEmpty();
	}

	@Test
	void isOverAfterTwelveHoursOfUse() {
		String used = this.cookie;
		for (int i = 0; i < 35; i++) {
			this.clock.advance(Duration.ofMinutes(20));
			used = Objects.requireNonNull(answer(used, PRIVATE)).getValue();
		}
		this.clock.advance(Duration.ofMinutes(19));
		assertThat(user(this.sessions, used)).contains(USER);
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(user(this.sessions, used)).isEmpty();
	}

	@Test
	void isNotedNoMoreThanOnceAMinute() {
		this.clock.advance(Duration.ofSeconds(60));
		assertThat(answer(this.cookie, PRIVATE)).isNull();
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(answer(this.cookie, PRIVATE)).isNotNull();
	}

	@Test
	void neverGetsIntoACacheThatOthersShare() {
		this.clock.advance(Duration.ofMinutes(5));
		assertThat(answer(this.cookie, "public, max-age=31536000, immutable")).isNull();
		assertThat(answer(this.cookie, null)).isNull();
		assertThat(answer(this.cookie, "no-store")).isNotNull();
	}

	@Test
	void isRemovedWhenItIsOver() {
		this.clock.advance(Session.IDLE);
		assertThat(answer(this.cookie, PRIVATE)).isNotNull().returns("", ResponseCookie::getValue);
	}

	@Test
	void isLeftAloneWhenThisGatewayCannotReadIt() {
		assertThat(user(this.sessions, "x" + this.cookie)).isEmpty();
		assertThat(answer("x" + this.cookie, PRIVATE)).isNull();
	}

	@Test
	void isDeadAfterTheLogoutInEveryCopy() {
		this.clock.advance(Duration.ofMinutes(5));
		String copy = Objects.requireNonNull(answer(this.cookie, PRIVATE)).getValue();

		MockServerWebExchange logout = exchange(this.cookie, "no-store");
		this.sessions.load(logout).block();
		this.sessions.save(logout, null).block();
		logout.getResponse().setComplete().block();

		assertThat(logout.getResponse().getCookies().get("newsroom")).singleElement()
			.returns("", ResponseCookie::getValue)
			.returns(Duration.ZERO, ResponseCookie::getMaxAge);
		assertThat(user(this.sessions, this.cookie)).isEmpty();
		assertThat(user(this.sessions, copy)).isEmpty();
	}

	@Test
	void isDeadAfterTheNextLoginInTheSameBrowser() {
		ResponseCookie next = begin(this.sessions, this.cookie);
		assertThat(user(this.sessions, this.cookie)).isEmpty();
		assertThat(user(this.sessions, next.getValue())).contains(USER);
	}

	private Sessions gateway(boolean https) {
		return new Sessions(new SessionSeal(SECRETS), HostCookie.of(Newsroom.COOKIE, https), new LoggedOut(this.clock),
				this.clock);
	}

	private static ResponseCookie begin(Sessions sessions, @Nullable String cookie) {
		MockServerWebExchange exchange = exchange(cookie, "no-store");
		sessions.save(exchange, context()).block();
		exchange.getResponse().setComplete().block();
		List<ResponseCookie> set = Objects.requireNonNull(exchange.getResponse().getCookies().get("newsroom"));
		assertThat(set).hasSize(1);
		return set.getFirst();
	}

	private static Optional<NewsroomUser> user(Sessions sessions, String cookie) {
		SecurityContext context = sessions.load(exchange(cookie, null)).block();
		return Optional.ofNullable(context).map(SecurityContext::getAuthentication).flatMap(NewsroomUser::of);
	}

	/** The cookie that an answer sets. */
	private @Nullable ResponseCookie answer(String cookie, @Nullable String cacheControl) {
		MockServerWebExchange exchange = exchange(cookie, cacheControl);
		this.sessions.load(exchange).block();
		exchange.getResponse().setComplete().block();
		return exchange.getResponse().getCookies().getFirst("newsroom");
	}

	private static MockServerWebExchange exchange(@Nullable String cookie, @Nullable String cacheControl) {
		MockServerHttpRequest.BaseBuilder<?> request = MockServerHttpRequest.get("/");
		if (cookie != null) {
			request.cookie(new HttpCookie("newsroom", cookie));
		}
		MockServerWebExchange exchange = MockServerWebExchange.from(request);
		exchange.getResponse().getHeaders().setCacheControl(cacheControl);
		return exchange;
	}

	private static SecurityContext context() {
		return new SecurityContextImpl(new PreAuthenticatedAuthenticationToken(USER, "", List.of()));
	}

}
