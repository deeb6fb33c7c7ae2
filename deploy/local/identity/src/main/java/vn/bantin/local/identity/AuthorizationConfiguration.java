package vn.bantin.local.identity;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/**
 * Users, clients and claims. People log in through the gateway (authorization code);
 * programs get the same token with the client credentials grant, since each demo user is
 * a client too, with the password as its secret.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuthorizationConfiguration.Demo.class)
class AuthorizationConfiguration {

	@Bean
	@Order(1)
	SecurityFilterChain protocol(HttpSecurity http) throws Exception {
		return http.oauth2AuthorizationServer(
				(server) -> http.securityMatcher(server.getEndpointsMatcher()).with(server, (it) -> it.oidc((oidc) -> {
				})))
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.exceptionHandling((failures) -> failures.defaultAuthenticationEntryPointFor(
					new LoginUrlAuthenticationEntryPoint("/login"), new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain login(HttpSecurity http) throws Exception {
		return http
			.authorizeHttpRequests((requests) -> requests.requestMatchers("/actuator/health/**", "/error")
				.permitAll()
				.anyRequest()
				.authenticated())
			.formLogin((form) -> {
			})
			.build();
	}

	@Bean
	PasswordEncoder passwords() {
		return PasswordEncoderFactories.createDelegatingPasswordEncoder();
	}

	@Bean
	UserDetailsService users(Demo demo, PasswordEncoder passwords) {
		List<UserDetails> users = demo.users()
			.entrySet()
			.stream()
			.map((user) -> User.withUsername(user.getKey())
				.password(passwords.encode(user.getValue().password()))
				.authorities(user.getValue().roles().toArray(String[]::new))
				.build())
			.toList();
		return new InMemoryUserDetailsManager(users);
	}

	@Bean
	RegisteredClientRepository clients(Demo demo, PasswordEncoder passwords) {
		List<RegisteredClient> clients = new ArrayList<>();
		clients.add(client("bantin-gateway", encoded(demo.gatewaySecret(), passwords))
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUris((uris) -> uris.addAll(demo.gatewayRedirects()))
			.scope("openid")
			.scope("profile")
			.clientSettings(ClientSettings.builder().requireProofKey(true).build())
			.build());
		demo.users().forEach((login, user) -> {
			RegisteredClient.Builder client = client(login, encoded(user.password(), passwords));
			clients.add(client.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS).build());
		});
		return new InMemoryRegisteredClientRepository(clients);
	}

	private static String encoded(String secret, PasswordEncoder passwords) {
		return Objects.requireNonNull(passwords.encode(secret));
	}

	private static RegisteredClient.Builder client(String id, String secret) {
		return RegisteredClient.withId(id)
			.clientId(id)
			.clientSecret(secret)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.tokenSettings(TokenSettings.builder().accessTokenTimeToLive(Duration.ofHours(1)).build());
	}

	@Bean
	JWKSource<SecurityContext> keys(@Value("${bantin.data-dir}") Path data) throws Exception {
		return new ImmutableJWKSet<>(SigningKey.in(data));
	}

	@Bean
	AuthorizationServerSettings settings(@Value("${bantin.issuer}") String issuer) {
		return AuthorizationServerSettings.builder().issuer(issuer).build();
	}

	/** The audience and claims that the gateway's contract names. */
	@Bean
	OAuth2TokenCustomizer<JwtEncodingContext> claims(Demo demo) {
		return (token) -> {
			Authentication principal = token.getPrincipal();
			DemoUser user = (principal != null) ? demo.users().get(principal.getName()) : null;
			if (user == null) {
				return;
			}
			token.getClaims().claim("name", user.name()).claim("roles", user.roles());
			if ("access_token".equals(token.getTokenType().getValue())) {
				token.getClaims().audience(List.of("bantin"));
			}
		};
	}

	/**
	 * Settings of the demo.
	 *
	 * @param users by login name
	 * @param gatewaySecret the gateway's client secret
	 * @param gatewayRedirects the gateway's redirect URIs
	 */
	@ConfigurationProperties("bantin.demo")
	record Demo(Map<String, DemoUser> users, String gatewaySecret, List<String> gatewayRedirects) {
	}

	/**
	 * A demo user.
	 *
	 * @param name the name that readers see
	 * @param password in plain text, since this is a demo
	 * @param roles {@code writer}, {@code editor} or both
	 */
	record DemoUser(String name, String password, List<String> roles) {
	}

}
