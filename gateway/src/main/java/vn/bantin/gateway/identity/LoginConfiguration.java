package vn.bantin.gateway.identity;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeReactiveAuthenticationManager;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.session.WebSessionManager;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * A login by OpenID Connect. Neither what has begun nor what has come about is kept in
 * the gateway's memory, and the provider's tokens are dropped as soon as they have said
 * who it is.
 */
@Configuration(proxyBeanMethods = false)
class LoginConfiguration {

	private static final String CLIENT = "bantin";

	private static final String BEGIN = "/oauth2/authorization/" + CLIENT;

	@Bean
	RouterFunction<ServerResponse> login() {
		return RouterFunctions.route()
			.GET("/dang-nhap",
					(request) -> ServerResponse.status(HttpStatus.FOUND)
						.location(begin(request.queryParam(PendingLogins.BACK).orElse("/")))
						.cacheControl(CacheControl.noStore())
						.build())
			.build();
	}

	private static URI begin(String back) {
		return UriComponentsBuilder.fromPath(BEGIN)
			.queryParam(PendingLogins.BACK, "{back}")
			.encode()
			.build(SitePath.check(back).orElse("/"));
	}

	@Bean
	Sessions sessions(Keys keys, @Value("${bantin.https}") boolean https, Clock clock) {
		return new Sessions(new SessionSeal(keys.sessions()), HostCookie.of(Newsroom.COOKIE, https),
				new LoggedOut(clock), clock);
	}

	@Bean
	PendingLogins pendingLogins(Keys keys, @Value("${bantin.https}") boolean https,
			ReactiveClientRegistrationRepository clients, Clock clock) {
		return new PendingLogins(keys.sessions(), https, clients, CLIENT, clock);
	}

	/** Whoever asks for a session by mistake learns it at once. */
	@Bean
	WebSessionManager webSessionManager() {
		return (exchange) -> Mono.error(new IllegalStateException("The gateway keeps no sessions"));
	}

	@Bean
	Provider provider() {
		WebClientReactiveAuthorizationCodeTokenResponseClient tokens = new WebClientReactiveAuthorizationCodeTokenResponseClient();
		tokens.setWebClient(client());
		return new Provider(
				new OidcAuthorizationCodeReactiveAuthenticationManager(tokens, new OidcReactiveOAuth2UserService()));
	}

	/** Asks the identity provider. */
	static WebClient client() {
		HttpClient http = HttpClient.create().responseTimeout(Duration.ofSeconds(2));
		return WebClient.builder().clientConnector(new ReactorClientHttpConnector(http)).build();
	}

	@Bean
	ReactiveClientRegistrationRepository identityProvider(@Value("${bantin.identity.issuer}") String issuer,
			@Value("${bantin.identity.client-secret}") String secret, @Value("${bantin.https}") boolean https) {
		// What ends TLS in front of the gateway passes the host on, but not the scheme.
		String site = (https ? "https" : "{baseScheme}") + "://{baseHost}{basePort}";
		return new InMemoryReactiveClientRegistrationRepository(ClientRegistration.withRegistrationId(CLIENT)
			.clientId("bantin-gateway")
			.clientSecret(secret)
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUri(site + "/login/oauth2/code/{registrationId}")
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
