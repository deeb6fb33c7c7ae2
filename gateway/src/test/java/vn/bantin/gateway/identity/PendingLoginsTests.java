package vn.bantin.gateway.identity;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.util.UriComponentsBuilder;
import vn.bantin.gateway.AdvancedClock;

import static org.assertj.core.api.Assertions.assertThat;

/** Logins that have begun, in a browser's cookies. */
class PendingLoginsTests {

	private final AdvancedClock clock = new AdvancedClock(
			Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC));

	private final ReactiveClientRegistrationRepository clients = new LoginConfiguration()
		.identityProvider("http://127.0.0.1:9000", "secret", false);

	private final PendingLogins pending = gateway();

	private final Map<String, String> browser = new LinkedHashMap<>();

	@Test
	void knowsAtEveryGatewayWhatABrowserHasBegun() {
		OAuth2AuthorizationRequest begun = begin("/thoi-su");
		MockServerWebExchange answer = answer(begun.getState());
		OAuth2AuthorizationRequest known = Objects.requireNonNull(gateway().removeAuthorizationRequest(answer).block());
		assertThat(known.getState()).isEqualTo(begun.getState());
		assertThat(known.getAttributes()).containsAllEntriesOf(begun.getAttributes());
		assertThat(known.getRedirectUri()).isEqualTo(begun.getRedirectUri());
		assertThat(known.getScopes()).contains("openid");
		assertThat(PendingLogins.back(answer)).isEqualTo("/thoi-su");
	}

	@Test
	void knowsALoginOnce() {
		OAuth2AuthorizationRequest begun = begin("/");
		MockServerWebExchange answer = answer(begun.getState());
		assertThat(this.pending.loadAuthorizationRequest(answer).block()).isNotNull();
		this.pending.removeAuthorizationRequest(answer).block();
		keep(answer);
		assertThat(find(begun.getState())).isNull();
	}

	@Test
	void knowsTheLoginsOfThreeTabsAndForgetsTheFirstForAFourth() {
		List<String> states = Stream.of("/1", "/2", "/3", "/4").map((back) -> {
			this.clock.advance(Duration.ofSeconds(1));
			return begin(back).getState();
		}).toList();
		assertThat(states.stream().map(this::find)).satisfiesExactly((first) -> assertThat(first).isNull(),
				(second) -> assertThat(second).isNotNull(), (third) -> assertThat(third).isNotNull(),
				(fourth) -> assertThat(fourth).isNotNull());
	}

	@Test
	void fitsIntoARequestsHead() {
		begin("/" + "x".repeat(499));
		begin("/" + "x".repeat(499));
		begin("/" + "x".repeat(499));
		begin("/" + "x".repeat(499));
		assertThat(this.browser.toString().length()).isLessThan(6000);
	}

	@Test
	void knowsNothingThatBeganInAnotherBrowserOrNowhere() {
		OAuth2AuthorizationRequest begun = begin("/");
		assertThat(find("another")).isNull();
		assertThat(find(null)).isNull();
		this.browser.clear();
		assertThat(find(begun.getState())).isNull();
	}

	@Test
	void givesUpAfterTenMinutes() {
		OAuth2AuthorizationRequest begun = begin("/");
		this.clock.advance(Duration.ofMinutes(10));
		assertThat(find(begun.getState())).isNull();
	}

	@Test
	void leadsBackToThisSiteOnly() {
		MockServerWebExchange answer = answer(begin("https://evil.vn/").getState());
		this.pending.removeAuthorizationRequest(answer).block();
		assertThat(PendingLogins.back(answer)).isEqualTo("/");
	}

	private PendingLogins gateway() {
		return new PendingLogins(List.of("a key of thirty-two bytes, first".getBytes(StandardCharsets.UTF_8)), false,
				this.clients, "bantin", this.clock);
	}

	private OAuth2AuthorizationRequest begin(String back) {
		MockServerWebExchange exchange = exchange(
				UriComponentsBuilder.fromUriString("http://127.0.0.1:8080/oauth2/authorization/bantin?back={back}")
					.build(back));
		OAuth2AuthorizationRequest request = Objects.requireNonNull(
				new DefaultServerOAuth2AuthorizationRequestResolver(this.clients).resolve(exchange).block());
		this.pending.saveAuthorizationRequest(request, exchange).block();
		keep(exchange);
		return request;
	}

	private void keep(MockServerWebExchange exchange) {
		for (ResponseCookie cookie : exchange.getResponse().getCookies().toSingleValueMap().values()) {
			assertThat(cookie.toString()).contains("HttpOnly", "SameSite=Lax");
			if (cookie.getMaxAge().isZero()) {
				this.browser.remove(cookie.getName());
			}
			else {
				this.browser.put(cookie.getName(), cookie.getValue());
			}
		}
	}

	private @Nullable OAuth2AuthorizationRequest find(@Nullable String state) {
		return this.pending.loadAuthorizationRequest(answer(state)).block();
	}

	private MockServerWebExchange answer(@Nullable String state) {
		return exchange(UriComponentsBuilder.fromUriString("http://127.0.0.1:8080/login/oauth2/code/bantin?code=c")
			.queryParamIfPresent("state", Optional.ofNullable(state))
			.build()
			.toUri());
	}

	private MockServerWebExchange exchange(URI address) {
		MockServerHttpRequest.BaseBuilder<?> request = MockServerHttpRequest.method(HttpMethod.GET, address);
		this.browser.forEach((name, value) -> request.cookie(new HttpCookie(name, value)));
		return MockServerWebExchange.from(request);
	}

}
