package vn.bantin.article;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.Set;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who may call what. Only tokens of the gateway count, made for this service: nothing is
 * trusted because it came through the gateway.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(SecurityConfiguration.class);

	private static final String AUDIENCE = "article-service";

	private static final String ISSUER = "urn:bantin:gateway";

	private static final String[] FOR_EVERYBODY = { "/api/articles/**", "/api/sections", "/api/tags", "/api/media/**" };

	private static final Duration LEEWAY = Duration.ofSeconds(30);

	/** A meter for each filter of each request is work that nobody looks at. */
	@Bean
	SecurityObservationSettings unobserved() {
		return SecurityObservationSettings.noObservations();
	}

	@Bean
	SecurityFilterChain api(HttpSecurity http, JsonMapper json) throws Exception {
		// The controllers say how an answer may be kept; the default forbids it for all.
		return http.csrf((csrf) -> csrf.disable())
			.headers((headers) -> headers.cacheControl((cache) -> cache.disable()))
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.authorizeHttpRequests((requests) -> requests
				.requestMatchers(HttpMethod.POST, "/api/newsroom/articles/*/publish",
						"/api/newsroom/articles/*/retract")
				.hasRole("editor")
				.requestMatchers("/api/newsroom/**")
				.hasRole("writer")
				.requestMatchers(HttpMethod.GET, FOR_EVERYBODY)
				.permitAll()
				.requestMatchers(HttpMethod.HEAD, FOR_EVERYBODY)
				.permitAll()
				.requestMatchers("/actuator/**", "/error")
				.permitAll()
				.anyRequest()
				.denyAll())
			.oauth2ResourceServer((server) -> server.jwt((jwt) -> jwt.jwtAuthenticationConverter(rolesFromClaim()))
				.authenticationEntryPoint((request, response, ex) -> refuse(response, json, 401, "unauthenticated",
						"A valid token is needed", "The request has no valid token of the gateway for this service."))
				.accessDeniedHandler((request, response, ex) -> refuse(response, json, 403, "forbidden", "Not allowed",
						"The caller's roles do not allow this.")))
			.exceptionHandling((failures) -> failures
				.authenticationEntryPoint((request, response, ex) -> refuse(response, json, 401, "unauthenticated",
						"A valid token is needed", "The request has no token of the gateway for this service.")))
			.build();
	}

	private static JwtAuthenticationConverter rolesFromClaim() {
		JwtGrantedAuthoritiesConverter roles = new JwtGrantedAuthoritiesConverter();
		roles.setAuthoritiesClaimName("roles");
		roles.setAuthorityPrefix("ROLE_");
		JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
		converter.setJwtGrantedAuthoritiesConverter(roles);
		return converter;
	}

	private static void refuse(HttpServletResponse response, JsonMapper json, int status, String code, String title,
			String detail) throws IOException {
		ProblemDetail problem = ProblemDetail.forStatus(status);
		problem.setType(URI.create("/problems/" + code));
		problem.setTitle(title);
		problem.setDetail(detail);
		response.setStatus(status);
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		json.writeValue(response.getOutputStream(), problem);
	}

	/**
	 * The gateway's keys, kept while the gateway is away. They are asked for while the
	 * rest starts, lest hundreds wait for them who come first; and again by who needs
	 * them, should the gateway start later.
	 */
	@Bean
	JWKSource<SecurityContext> gatewayKeys(@Value("${bantin.gateway-jwks-uri}") URL keys) {
		JWKSource<SecurityContext> source = JWKSourceBuilder
			.create(keys, new DefaultResourceRetriever(1000, 2000, 64 * 1024))
			.retrying(true)
			// Two failures would refuse everybody for 30 s by default.
			.rateLimited(1000)
			.outageTolerant(Duration.ofDays(30).toMillis())
			.build();
		Thread.startVirtualThread(() -> askFor(source));
		return source;
	}

	private static void askFor(JWKSource<SecurityContext> source) {
		try {
			source.get(new JWKSelector(new JWKMatcher.Builder().build()), null);
		}
		catch (KeySourceException ex) {
			logger.info("The gateway's keys are asked for when needed: {}", ex.toString());
		}
	}

	@Bean
	JwtDecoder jwtDecoder(JWKSource<SecurityContext> gatewayKeys) {
		DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
		processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
		processor.setJWSKeySelector(new JWSVerificationKeySelector<>(Set.of(JWSAlgorithm.ES256), gatewayKeys));
		// The validators below look at the claims.
		processor.setJWTClaimsSetVerifier((claims, context) -> {
		});
		NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
		decoder.setJwtValidator(
				new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(LEEWAY), new JwtIssuerValidator(ISSUER),
						new JwtClaimValidator<java.util.List<String>>("aud",
								(audience) -> audience != null && audience.contains(AUDIENCE)),
						new JwtClaimValidator<Object>("exp", (expires) -> expires != null)));
		return decoder;
	}

}
