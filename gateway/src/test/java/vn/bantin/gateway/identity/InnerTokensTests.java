package vn.bantin.gateway.identity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.gateway.origin.Origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class InnerTokensTests {

	private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

	@TempDir
	Path folder;

	@Test
	void makesTokenForOneServiceAndOneMinute() throws Exception {
		Keys keys = Keys.read(this.folder, true);
		InnerTokens tokens = new InnerTokens(keys.signing(), Clock.fixed(NOW, ZoneOffset.UTC), (request) -> List.of());
		SignedJWT token = SignedJWT
			.parse(tokens.newsroom(new NewsroomUser("u1", "Biên tập", Set.of("editor", "writer")), Origin.ARTICLE));
		assertThat(token.verify(new ECDSAVerifier(keys.tokens().toPublicJWKSet().getKeys().getFirst().toECKey())))
			.isTrue();
		assertThat(token.getHeader().getType()).hasToString("at+jwt");
		JWTClaimsSet claims = token.getJWTClaimsSet();
		assertThat(claims.getIssuer()).isEqualTo("urn:bantin:gateway");
		assertThat(claims.getAudience()).containsExactly("article-service");
		assertThat(claims.getSubject()).isEqualTo("u1");
		assertThat(claims.getStringListClaim("roles")).containsExactlyInAnyOrder("editor", "writer");
		assertThat(claims.getExpirationTime().toInstant()).isEqualTo(NOW.plusSeconds(60));
	}

	@Test
	void tellsServicesThePseudonymOnly() throws Exception {
		InnerTokens tokens = new InnerTokens(Keys.read(this.folder, true).signing(), Clock.fixed(NOW, ZoneOffset.UTC),
				(request) -> List.of());
		JWTClaimsSet claims = SignedJWT.parse(tokens.reader(new Reader("p1"), List.of("n1", "n2"), Origin.RATING))
			.getJWTClaimsSet();
		assertThat(claims.getStringListClaim("networks")).containsExactly("n1", "n2");
		assertThat(claims.getSubject()).isEqualTo("p1");
		assertThat(claims.getStringListClaim("roles")).containsExactly("reader");
		assertThat(claims.getClaim("name")).isNull();
	}

	@Test
	void keepsItsKeysForItsOwnerOnly() throws Exception {
		Keys first = Keys.read(this.folder, true);
		Keys second = Keys.read(this.folder, false);
		assertThat(second.signing()).isEqualTo(first.signing());
		assertThat(second.pseudonym()).isEqualTo(first.pseudonym());
		try (var files = Files.list(this.folder)) {
			assertThat(files)
				.allSatisfy((file) -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
					.isEqualTo("rw-------"));
		}
	}

	@Test
	void doesNotStartWithoutKeys() {
		assertThatIllegalStateException().isThrownBy(() -> Keys.read(this.folder, false))
			.withMessageContaining("GATEWAY_CREATE_KEYS");
	}

}
