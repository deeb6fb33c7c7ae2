package vn.bantin.gateway.identity;

import java.time.Duration;
import java.util.Date;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Tokens of the newsroom while the identity provider is away. */
class NewsroomTokensTests {

	/** A port that nobody listens at. */
	private static final String AWAY = "http://127.0.0.1:1";

	@Test
	void saysThatATokenCannotBeCheckedNow() throws JOSEException {
		ReactiveJwtDecoder decoder = new SecurityConfiguration().newsroomTokens(AWAY);

		assertThatExceptionOfType(ResponseStatusException.class)
			.isThrownBy(() -> decoder.decode(token()).block(Duration.ofSeconds(10)))
			.extracting(ResponseStatusException::getStatusCode)
			.isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
	}

	private static String token() throws JOSEException {
		SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(),
				new JWTClaimsSet.Builder().issuer(AWAY).audience("bantin").issueTime(new Date()).build());
		token.sign(new RSASSASigner(new RSAKeyGenerator(2048).generate()));
		return token.serialize();
	}

}
