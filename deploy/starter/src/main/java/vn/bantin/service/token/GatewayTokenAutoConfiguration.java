package vn.bantin.service.token;

import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Collectors;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.JwkSetUriJwtDecoderBuilderCustomizer;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.service.ServiceAutoConfiguration;

/**
 * Accepts the gateway's tokens. Issuer, audience, algorithm and authorities are Boot's
 * own settings below {@code spring.security.oauth2.resourceserver.jwt}; this adds the
 * token's type, keys that outlive an outage of the gateway, and problem details.
 */
@AutoConfiguration(after = { ServiceAutoConfiguration.class, OAuth2ResourceServerAutoConfiguration.class },
		before = OAuth2ResourceServerWebSecurityAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(BearerTokenAuthenticationFilter.class)
@ConditionalOnProperty("spring.security.oauth2.resourceserver.jwt.jwk-set-uri")
public final class GatewayTokenAutoConfiguration {

	private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

	/** A meter for each filter of each request costs more than it tells. */
	@Bean
	@ConditionalOnMissingBean
	SecurityObservationSettings securityObservationSettings() {
		return SecurityObservationSettings.noObservations();
	}

	/** RFC 9068: an access token, and nothing else that the same key may have signed. */
	@Bean
	OAuth2TokenValidator<Jwt> accessTokenType() {
		return new JwtTypeValidator("at+jwt");
	}

	@Bean
	OAuth2TokenValidator<Jwt> tokenTimes() {
		JwtTimestampValidator times = new JwtTimestampValidator(CLOCK_SKEW);
		times.setAllowEmptyExpiryClaim(false);
		return times;
	}

	@Bean
	@ConditionalOnMissingBean
	GatewayKeys gatewayKeys(OAuth2ResourceServerProperties properties) throws MalformedURLException {
		return new GatewayKeys(URI.create(String.valueOf(properties.getJwt().getJwkSetUri())).toURL());
	}

	@Bean
	JwkSetUriJwtDecoderBuilderCustomizer keysThatOutliveAnOutage(GatewayKeys keys,
			OAuth2ResourceServerProperties properties) {
		JWKSource<SecurityContext> source = keys.source();
		return (decoder) -> decoder.jwtProcessorCustomizer(
				(processor) -> processor.setJWSKeySelector(new JWSVerificationKeySelector<>(properties.getJwt()
					.getJwsAlgorithms()
					.stream()
					.map(JWSAlgorithm::parse)
					.collect(Collectors.toSet()), source)));
	}

	@Bean
	@ConditionalOnMissingBean
	SecurityFilterChain gatewayTokens(HttpSecurity http, JwtDecoder decoder, Clock clock, JsonMapper json) {
		TokenProblems problems = new TokenProblems(json);
		// The controllers say how an answer may be cached; the default forbids it for
		// all.
		return http.csrf((csrf) -> csrf.disable())
			.headers((headers) -> headers.cacheControl((cache) -> cache.disable()))
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.authorizeHttpRequests(
					(requests) -> requests.requestMatchers("/actuator/**", "/error").permitAll().anyRequest().denyAll())
			.oauth2ResourceServer((server) -> server.jwt((jwt) -> jwt.decoder(new CachingJwtDecoder(decoder, clock)))
				.authenticationEntryPoint(problems)
				.accessDeniedHandler(problems)
				.withObjectPostProcessor(problems.answeringOutages()))
			.exceptionHandling((failures) -> failures.authenticationEntryPoint(problems))
			.build();
	}

}
