package vn.bantin.gateway.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Keeps logins that have begun in encrypted cookies, so that asking for one costs no
 * memory, however many do, and any gateway can end what another began. A browser has
 * three of them, for that many tabs: all its cookies have to fit into a request's head.
 */
final class PendingLogins implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {

	/** The parameter that names the page to return to. */
	static final String BACK = "back";

	/** How long somebody may take to enter a password, and a second factor. */
	static final Duration KEPT = Duration.ofMinutes(10);

	private static final String HOME = "/";

	private static final int TABS = 3;

	private final Seal seal;

	private final List<HostCookie> cookies;

	private final ReactiveClientRegistrationRepository clients;

	private final String client;

	private final Clock clock;

	PendingLogins(List<byte[]> secrets, boolean https, ReactiveClientRegistrationRepository clients, String client,
			Clock clock) {
		this.seal = new Seal(secrets, "pending login");
		this.cookies = IntStream.range(0, TABS).mapToObj((tab) -> HostCookie.of("login-" + tab, https)).toList();
		this.clients = clients;
		this.client = client;
		this.clock = clock;
	}

	/** The page to return to after a login, good or failed. */
	static String back(ServerWebExchange exchange) {
		return exchange.getAttributeOrDefault(BACK, HOME);
	}

	@Override
	public Mono<Void> saveAuthorizationRequest(OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
		return Mono.fromRunnable(() -> {
			String back = SitePath.check(exchange.getRequest().getQueryParams().getFirst(BACK)).orElse(HOME);
			PendingLogin login = PendingLogin.of(request, back, this.clock.instant().plus(KEPT));
			free(exchange).set(exchange, this.seal.seal(login.claims()), KEPT);
		});
	}

	@Override
	public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
		return Mono.defer(() -> Mono.justOrEmpty(find(exchange))).flatMap((found) -> request(found.login()));
	}

	@Override
	public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
		return Mono.defer(() -> Mono.justOrEmpty(find(exchange))).flatMap((found) -> {
			found.cookie().remove(exchange);
			exchange.getAttributes().put(BACK, found.login().back());
			return request(found.login());
		});
	}

	/** A cookie that holds no login, or the one whose login began first. */
	private HostCookie free(ServerWebExchange exchange) {
		return this.cookies.stream()
			.min(Comparator.comparing((cookie) -> read(cookie, exchange).map(PendingLogin::end).orElse(Instant.EPOCH)))
			.orElseThrow();
	}

	private Optional<Found> find(ServerWebExchange exchange) {
		String state = exchange.getRequest().getQueryParams().getFirst(OAuth2ParameterNames.STATE);
		return this.cookies.stream()
			.flatMap((cookie) -> read(cookie, exchange).map((login) -> new Found(cookie, login)).stream())
			.filter((found) -> found.login().state().equals(state))
			.findFirst();
	}

	private Optional<PendingLogin> read(HostCookie cookie, ServerWebExchange exchange) {
		return cookie.read(exchange)
			.flatMap(this.seal::open)
			.map(PendingLogin::of)
			.filter((login) -> this.clock.instant().isBefore(login.end()));
	}

	private Mono<OAuth2AuthorizationRequest> request(PendingLogin login) {
		return this.clients.findByRegistrationId(this.client).map(login::request);
	}

	private record Found(HostCookie cookie, PendingLogin login) {
	}

}
