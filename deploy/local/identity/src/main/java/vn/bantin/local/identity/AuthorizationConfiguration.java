package vn.bantin.local.identity;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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

/** Who may log in, through which clients, and what tokens say. */
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
		RegisteredClient gateway = RegisteredClient.withId(UUID.randomUUID().toString())
			.clientId("bantin-gateway")
			.clientSecret(passwords.encode(demo.gatewaySecret()))
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUris((uris) -> uris.addAll(demo.gatewayRedirects()))
			.scope("openid")
			.scope("profile")
			.clientSettings(ClientSettings.builder().requireProofKey(true).build())
			.tokenSettings(hour())
			.build();
		RegisteredClient commandLine = RegisteredClient.withId(UUID.randomUUID().toString())
			.clientId("bantin-cli")
			.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUri(TokenCommand.REDIRECT)
			.scope("openid")
			.clientSettings(ClientSettings.builder().requireProofKey(true).build())
			.tokenSettings(hour())
			.build();
		return new InMemoryRegisteredClientRepository(gateway, commandLine);
	}

	private static TokenSettings hour() {
		return TokenSettings.builder().accessTokenTimeToLive(Duration.ofHours(1)).build();
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
			Authentication person = token.getPrincipal();
			DemoUser user = (person != null) ? demo.users().get(person.getName()) : null;
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
	 * The demo.
	 *
	 * @param users by their login names
	 * @param gatewaySecret what the gateway proves itself with
	 * @param gatewayRedirects where it takes logins
	 */
	@ConfigurationProperties("bantin.demo")
	record Demo(Map<String, DemoUser> users, String gatewaySecret, List<String> gatewayRedirects) {
	}

	/**
	 * Somebody who may log in.
	 *
	 * @param name for people
	 * @param password in clear, since it is a demo's
	 * @param roles out of {@code writer} and {@code editor}
	 */
	record DemoUser(String name, String password, List<String> roles) {
	}

}
