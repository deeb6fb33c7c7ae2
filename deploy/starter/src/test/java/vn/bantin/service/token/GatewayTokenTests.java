package vn.bantin.service.token;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.web.SecurityFilterChain;
import vn.bantin.service.ServiceAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Only a token of the gateway, made for this service, counts. */
class GatewayTokenTests {

	private final ECKey key;

	private final WebApplicationContextRunner services;

	GatewayTokenTests() throws JOSEException {
		this.key = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
		String jwt = "spring.security.oauth2.resourceserver.jwt.";
		this.services = new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ServiceAutoConfiguration.class, JacksonAutoConfiguration.class,
					WebMvcAutoConfiguration.class, SecurityAutoConfiguration.class,
					ServletWebSecurityAutoConfiguration.class, OAuth2ResourceServerAutoConfiguration.class,
					GatewayTokenAutoConfiguration.class))
			.withBean(GatewayKeys.class,
					() -> new GatewayKeys(new ImmutableJWKSet<>(new JWKSet(this.key.toPublicJWK()))))
			.withPropertyValues("bantin.instance=test-1", jwt + "jwk-set-uri=http://127.0.0.1:1/",
					jwt + "issuer-uri=urn:bantin:gateway", jwt + "audiences=hello", jwt + "jws-algorithms=ES256");
	}

	@Test
	void acceptsTokenOfTheGatewayForThisService() {
		withDecoder((decoder) -> assertThat(decoder.decode(token((claims) -> {
		})).getSubject()).isEqualTo("u1"));
	}

	@Test
	void refusesOtherAudienceIssuerAndTimes() {
		withDecoder((decoder) -> {
			refuses(decoder, token((claims) -> claims.audience("other-service")));
			refuses(decoder, token((claims) -> claims.audience((List<String>) null)));
			refuses(decoder, token((claims) -> claims.issuer("urn:somebody:else")));
			refuses(decoder, token((claims) -> claims.issuer(null)));
			refuses(decoder, token((claims) -> claims.expirationTime(Date.from(Instant.now().minusSeconds(60)))));
			refuses(decoder, token((claims) -> claims.expirationTime(null)));
			refuses(decoder, token((claims) -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(120)))));
		});
	}

	@Test
	void refusesOtherTypeKeyAndAlgorithm() throws JOSEException {
		ECDSASigner ours = new ECDSASigner(this.key);
		ECKey other = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
		byte[] publicKey = this.key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
		withDecoder((decoder) -> {
			refuses(decoder,
					sign(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k1").type(JOSEObjectType.JWT).build(), ours));
			refuses(decoder, sign(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k1").build(), ours));
			refuses(decoder, sign(header(JWSAlgorithm.ES256), new ECDSASigner(other)));
			refuses(decoder, sign(
					new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k2").type(new JOSEObjectType("at+jwt")).build(),
					new ECDSASigner(other)));
			refuses(decoder, sign(header(JWSAlgorithm.HS256), new MACSigner(publicKey)));
			refuses(decoder, new PlainJWT(claims().build()).serialize());
			refuses(decoder, "not.a.token");
		});
	}

	@Test
	void backsOffWhereAServiceHasAChainOfItsOwn() {
		SecurityFilterChain own = new org.springframework.security.web.DefaultSecurityFilterChain((request) -> true);
		this.services.withBean("own", SecurityFilterChain.class, () -> own)
			.run((context) -> assertThat(context.getBean(SecurityFilterChain.class)).isSameAs(own));
	}

	private void withDecoder(Check check) {
		this.services.run((context) -> {
			assertThat(context).hasNotFailed();
			check.on(context.getBean(JwtDecoder.class));
		});
	}

	private static void refuses(JwtDecoder decoder, String token) {
		assertThatExceptionOfType(JwtException.class).isThrownBy(() -> decoder.decode(token));
	}

	private String token(Consumer<JWTClaimsSet.Builder> change) throws JOSEException {
		JWTClaimsSet.Builder claims = claims();
		change.accept(claims);
		SignedJWT token = new SignedJWT(header(JWSAlgorithm.ES256), claims.build());
		token.sign(new ECDSASigner(this.key));
		return token.serialize();
	}

	private static String sign(JWSHeader header, JWSSigner signer) throws JOSEException {
		SignedJWT token = new SignedJWT(header, claims().build());
		token.sign(signer);
		return token.serialize();
	}

	private static JWSHeader header(JWSAlgorithm algorithm) {
		return new JWSHeader.Builder(algorithm).keyID("k1").type(new JOSEObjectType("at+jwt")).build();
	}

	private static JWTClaimsSet.Builder claims() {
		return new JWTClaimsSet.Builder().issuer("urn:bantin:gateway")
			.audience("hello")
			.subject("u1")
			.claim("roles", List.of("writer"))
			.issueTime(new Date())
			.expirationTime(Date.from(Instant.now().plusSeconds(60)));
	}

	@FunctionalInterface
	private interface Check {

		void on(JwtDecoder decoder) throws JOSEException;

	}

}
