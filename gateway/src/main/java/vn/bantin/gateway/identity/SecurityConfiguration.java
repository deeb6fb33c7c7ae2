package vn.bantin.gateway.identity;

import vn.bantin.service.problem.reactive.ProblemWriter;
import vn.bantin.service.problem.Problems;
import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.logout.RedirectServerLogoutSuccessHandler;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * Authentication of the newsroom: a bearer token of the identity provider, or a login by
 * OpenID Connect whose tokens never reach the browser. The provider is not needed at
 * start, so readers are served while it is away.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(SecurityConfiguration.class);

	private static final String LOGIN = "/oauth2/authorization/bantin";

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
	SecurityWebFilterChain newsroomSecurity(ServerHttpSecurity http, ProblemWriter problems,
			ReactiveJwtDecoder tokens) {
		RedirectServerLogoutSuccessHandler home = new RedirectServerLogoutSuccessHandler();
		home.setLogoutSuccessUrl(URI.create("/"));
		return http.securityMatcher(SecurityConfiguration::mayBeNewsroom)
			// SameOrigin looks at every request that cookies could have authorised.
			.csrf(ServerHttpSecurity.CsrfSpec::disable)
			.headers(ServerHttpSecurity.HeaderSpec::disable)
			.authorizeExchange(
					(exchanges) -> exchanges.pathMatchers(NEWSROOM).authenticated().anyExchange().permitAll())
			.oauth2Login((login) -> {
			})
			.oauth2ResourceServer((server) -> server.jwt((jwt) -> jwt.jwtDecoder(tokens))
				.authenticationEntryPoint((exchange, ex) -> refused(exchange, problems)))
			.exceptionHandling(
					(failures) -> failures.authenticationEntryPoint((exchange, ex) -> refused(exchange, problems)))
			.logout((logout) -> logout.logoutUrl(LOGOUT).logoutSuccessHandler(home))
			.build();
	}

	/**
	 * Whether a request may be the newsroom's. Readers need no authentication, and
	 * looking for a session that does not exist would take each of their requests through
	 * three threads instead of one.
	 */
	static Mono<MatchResult> mayBeNewsroom(ServerWebExchange exchange) {
		ServerHttpRequest request = exchange.getRequest();
		boolean known = request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
				|| Newsroom.isPossible(request.getHeaders().getOrEmpty(HttpHeaders.COOKIE));
		return known ? MatchResult.match() : NEWSROOM_PATHS.matches(exchange);
	}

	private static Mono<Void> refused(ServerWebExchange exchange, ProblemWriter problems) {
		return problems
			.write(exchange, Problems.of(HttpStatus.UNAUTHORIZED, "unauthenticated", "A valid token is needed",
					"The newsroom needs a login, or a valid token of the identity provider for the audience bantin."));
	}

	@Bean
	RouterFunction<ServerResponse> login() {
		return RouterFunctions.route()
			.GET("/dang-nhap", (request) -> ServerResponse.status(HttpStatus.FOUND).location(URI.create(LOGIN)).build())
			.build();
	}

	@Bean
	ReactiveJwtDecoder newsroomTokens(@Value("${bantin.identity.issuer}") String issuer) {
		HttpClient http = HttpClient.create().responseTimeout(Duration.ofSeconds(2));
		WebClient client = WebClient.builder().clientConnector(new ReactorClientHttpConnector(http)).build();
		NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSetUri(issuer + "/oauth2/jwks")
			.webClient(client)
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

	@Bean
	ReactiveClientRegistrationRepository identityProvider(@Value("${bantin.identity.issuer}") String issuer,
			@Value("${bantin.identity.client-secret}") String secret) {
		return new InMemoryReactiveClientRegistrationRepository(ClientRegistration.withRegistrationId("bantin")
			.clientId("bantin-gateway")
			.clientSecret(secret)
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
			.scope("openid", "profile")
			.issuerUri(issuer)
			.authorizationUri(issuer + "/oauth2/authorize")
			.tokenUri(issuer + "/oauth2/token")
			.jwkSetUri(issuer + "/oauth2/jwks")
			.userNameAttributeName("sub")
			.clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
			.build());
	}

}
