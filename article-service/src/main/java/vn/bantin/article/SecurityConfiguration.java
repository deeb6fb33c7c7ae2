package vn.bantin.article;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

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
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
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
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
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

	/** About two minutes for a gateway that starts at the same time. */
	private static final int MOST_ASKED = 120;

	private static final Duration PAUSE = Duration.ofSeconds(1);

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
				.authenticationEntryPoint((request, response, ex) -> refuseToken(response, json))
				.withObjectPostProcessor(answering(json))
				.accessDeniedHandler((request, response, ex) -> refuse(response, json, 403, "forbidden", "Not allowed",
						"The caller's roles do not allow this.")))
			.exceptionHandling((failures) -> failures
				.authenticationEntryPoint((request, response, ex) -> refuse(response, json, 401, "unauthenticated",
						"A valid token is needed", "The request has no token of the gateway for this service.")))
			.build();
	}

	/**
	 * A token that is not good is the caller's fault; keys that cannot be had to check it
	 * are ours, and would be answered with 500 by default.
	 */
	private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answering(JsonMapper json) {
		AuthenticationEntryPointFailureHandler failures = new AuthenticationEntryPointFailureHandler(
				(request, response, ex) -> {
					if (ex instanceof AuthenticationServiceException) {
						logger.warn("A token cannot be checked: {}", ex.getMessage());
						response.setHeader(HttpHeaders.RETRY_AFTER, "1");
						refuse(response, json, 503, "unavailable", "Not available for now",
								"The gateway's keys cannot be had. Nothing was changed; send it again.");
					}
					else {
						refuseToken(response, json);
					}
				});
		failures.setRethrowAuthenticationServiceException(false);
		return new ObjectPostProcessor<>() {
			@Override
			public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
				filter.setAuthenticationFailureHandler(failures);
				return filter;
			}
		};
	}

	private static JwtAuthenticationConverter rolesFromClaim() {
		JwtGrantedAuthoritiesConverter roles = new JwtGrantedAuthoritiesConverter();
		roles.setAuthoritiesClaimName("roles");
		roles.setAuthorityPrefix("ROLE_");
		JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
		converter.setJwtGrantedAuthoritiesConverter(roles);
		return converter;
	}

	private static void refuseToken(HttpServletResponse response, JsonMapper json) throws IOException {
		refuse(response, json, 401, "unauthenticated", "A valid token is needed",
				"The request has no valid token of the gateway for this service.");
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
	 * rest starts and until the gateway is there, lest hundreds wait for them who come
	 * first. Who needs them before waits no longer than anybody waits for the answer.
	 */
	@Bean
	JWKSource<SecurityContext> gatewayKeys(@Value("${bantin.gateway-jwks-uri}") URL keys) {
		JWKSource<SecurityContext> source = JWKSourceBuilder
			.create(keys, new DefaultResourceRetriever(1000, 2000, 64 * 1024))
			.cache(JWKSourceBuilder.DEFAULT_CACHE_TIME_TO_LIVE, 1000)
			// Two failures would refuse everybody for 30 s by default.
			.rateLimited(1000)
			.outageTolerant(Duration.ofDays(30).toMillis())
			.build();
		Thread.startVirtualThread(() -> askFor(source));
		return source;
	}

	private static void askFor(JWKSource<SecurityContext> source) {
		for (int asked = 1; asked <= MOST_ASKED; asked++) {
			try {
				source.get(new JWKSelector(new JWKMatcher.Builder().build()), null);
				return;
			}
			catch (KeySourceException ex) {
				if (asked == 1) {
					logger.info("The gateway's keys cannot be had yet: {}", ex.toString());
				}
				LockSupport.parkNanos(PAUSE.toNanos());
			}
		}
		logger.warn("The gateway's keys could not be had; they are asked for when needed");
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
