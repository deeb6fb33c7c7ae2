package vn.bantin.rating;

import java.time.Clock;
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
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Only a token of the gateway, made for this service, counts. */
class GatewayTokenTests {

	private final ECKey key;

	private final JwtDecoder decoder;

	GatewayTokenTests() throws JOSEException {
		this.key = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
		this.decoder = new SecurityConfiguration().jwtDecoder(new ImmutableJWKSet<>(new JWKSet(this.key.toPublicJWK())),
				Clock.systemUTC());
	}

	@Test
	void acceptsTokenOfTheGatewayForThisService() throws JOSEException {
		assertThat(this.decoder.decode(token((claims) -> {
		})).getSubject()).isEqualTo("u1");
	}

	@Test
	void refusesOtherAudienceIssuerAndTimes() throws JOSEException {
		refuses(token((claims) -> claims.audience("widget-service")));
		refuses(token((claims) -> claims.audience((List<String>) null)));
		refuses(token((claims) -> claims.issuer("urn:somebody:else")));
		refuses(token((claims) -> claims.issuer(null)));
		refuses(token((claims) -> claims.expirationTime(Date.from(Instant.now().minusSeconds(60)))));
		refuses(token((claims) -> claims.expirationTime(null)));
		refuses(token((claims) -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(120)))));
	}

	@Test
	void refusesOtherTypeKeyAndAlgorithm() throws JOSEException {
		ECDSASigner ours = new ECDSASigner(this.key);
		refuses(sign(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k1").type(JOSEObjectType.JWT).build(), ours));
		refuses(sign(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k1").build(), ours));
		ECKey other = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
		refuses(sign(header(JWSAlgorithm.ES256), new ECDSASigner(other)));
		refuses(sign(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k2").type(new JOSEObjectType("at+jwt")).build(),
				new ECDSASigner(other)));
		byte[] publicKey = this.key.toPublicJWK().toJSONString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
		refuses(sign(header(JWSAlgorithm.HS256), new MACSigner(publicKey)));
		refuses(new PlainJWT(claims().build()).serialize());
		refuses("not.a.token");
	}

	private void refuses(String token) {
		assertThatExceptionOfType(JwtException.class).isThrownBy(() -> this.decoder.decode(token));
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
			.audience("rating-service")
			.subject("u1")
			.claim("roles", List.of("writer"))
			.issueTime(new Date())
			.expirationTime(Date.from(Instant.now().plusSeconds(60)));
	}

}
