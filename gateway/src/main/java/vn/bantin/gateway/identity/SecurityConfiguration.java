package vn.bantin.gateway.identity;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.bantin.service.problem.Problems;
import vn.bantin.service.problem.reactive.ProblemWriter;

/**
 * Authentication of the newsroom: a bearer token of the identity provider, or a login by
 * OpenID Connect whose tokens never reach the browser. The provider is not needed at
 * start, so readers are served while it is away.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(SecurityConfiguration.class);

	private static final String LOGOUT = "/dang-xuat";

	private static final String NEWSROOM = "/api/newsroom/**";

	private static final ServerWebExchangeMatcher NEWSROOM_PATHS = ServerWebExchangeMatchers.pathMatchers(NEWSROOM,
			"/oauth2/authorization/*", "/login/oauth2/code/*", LOGOUT);

	/** Nobody looks at a meter for each filter of each request, and it costs time. */
	@Bean
	SecurityObservationSettings noSecurityObservations() {
		return SecurityObservationSettings.noObservations();
	}

	@Bean
	SecurityWebFilterChain newsroomSecurity(ServerHttpSecurity http, ProblemWriter problems, ReactiveJwtDecoder tokens,
			Sessions sessions, PendingLogins pending, Provider provider) {
		return http.securityMatcher(SecurityConfiguration::mayBeNewsroom)
			// SameOrigin looks at every request that cookies could have authorised.
			.csrf(ServerHttpSecurity.CsrfSpec::disable)
			.headers(ServerHttpSecurity.HeaderSpec::disable)
			.requestCache((requests) -> requests.requestCache(NoOpServerRequestCache.getInstance()))
			.securityContextRepository(sessions)
			.addFilterAt(SecurityConfiguration::keepOutOfCaches, SecurityWebFiltersOrder.FIRST)
			.authorizeExchange(
					(exchanges) -> exchanges.pathMatchers(NEWSROOM).authenticated().anyExchange().permitAll())
			.oauth2Login((login) -> login.securityContextRepository(sessions)
				.authorizationRequestRepository(pending)
				.authenticationManager(provider)
				.authenticationSuccessHandler(
						(filter, user) -> redirect(filter.getExchange(), PendingLogins.back(filter.getExchange())))
				.authenticationFailureHandler((filter, ex) -> Mono
					.error(() -> new LoginFailed(Provider.reason(ex), PendingLogins.back(filter.getExchange()), ex))))
			.oauth2ResourceServer((server) -> server.jwt((jwt) -> jwt.jwtDecoder(tokens))
				.authenticationEntryPoint((exchange, ex) -> refused(exchange, problems)))
			.exceptionHandling(
					(failures) -> failures.authenticationEntryPoint((exchange, ex) -> refused(exchange, problems)))
			.logout((logout) -> logout.logoutUrl(LOGOUT)
				.logoutSuccessHandler((filter, user) -> redirect(filter.getExchange(), "/")))
			.build();
	}

	/**
	 * Whether a request may be the newsroom's. Readers need no authentication, and
	 * looking for a login that does not exist would cost each of their requests time.
	 */
	static Mono<MatchResult> mayBeNewsroom(ServerWebExchange exchange) {
		ServerHttpRequest request = exchange.getRequest();
		boolean known = request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
				|| Newsroom.isPossible(request.getHeaders().getOrEmpty(HttpHeaders.COOKIE));
		return known ? MatchResult.match() : NEWSROOM_PATHS.matches(exchange);
	}

	/** What the newsroom's paths answer, failures too, is for one person. */
	private static Mono<Void> keepOutOfCaches(ServerWebExchange exchange, WebFilterChain chain) {
		ServerHttpResponse response = exchange.getResponse();
		return NEWSROOM_PATHS.matches(exchange).flatMap((found) -> {
			if (found.isMatch()) {
				response.beforeCommit(
						() -> Mono.fromRunnable(() -> response.getHeaders().setCacheControl(CacheControl.noStore())));
			}
			return chain.filter(exchange);
		});
	}

	private static Mono<Void> redirect(ServerWebExchange exchange, String path) {
		return Mono.fromRunnable(() -> {
			exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
			exchange.getResponse().getHeaders().setLocation(URI.create(path));
		});
	}

	private static Mono<Void> refused(ServerWebExchange exchange, ProblemWriter problems) {
		return problems
			.write(exchange, Problems.of(HttpStatus.UNAUTHORIZED, "unauthenticated", "A valid token is needed",
					"The newsroom needs a login, or a valid token of the identity provider for the audience bantin."));
	}

	@Bean
	ReactiveJwtDecoder newsroomTokens(@Value("${bantin.identity.issuer}") String issuer) {
		NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSetUri(issuer + "/oauth2/jwks")
			.webClient(LoginConfiguration.client())
			.build();
		decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(Duration.ofSeconds(30)),
				new JwtIssuerValidator(issuer), new JwtClaimValidator<List<String>>("aud",
						(audience) -> audience != null && audience.contains("bantin"))));
		return (token) -> decoder.decode(token)
			.onErrorMap(IllegalStateException.class, SecurityConfiguration::keysUnavailable);
	}

	/** Without the provider's keys no token can be checked. */
	private static ResponseStatusException keysUnavailable(IllegalStateException cause) {
		logger.warn("The identity provider's keys are not available: {}", String.valueOf(cause.getCause()));
		return new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, null, cause);
	}

}
