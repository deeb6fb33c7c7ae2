package vn.bantin.local.identity;

import java.net.URI;
import java.nio.file.Path;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** A login as a person with a browser does it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class TokenCommandTests {

	@TempDir
	static Path data;

	@LocalServerPort
	int port;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry settings) {
		settings.add("DATA_DIR", data::toString);
		settings.add("OIDC_CLIENT_SECRET", () -> "for this test");
		settings.add("IDENTITY_ISSUER", () -> "http://127.0.0.1:9000");
		settings.add("IDENTITY_PORT", () -> "0");
	}

	@Test
	void givesEditorTokenWithRolesForBantin() throws Exception {
		String token = command().token("editor", "editor");
		JWTClaimsSet claims = SignedJWT.parse(token).getJWTClaimsSet();
		assertThat(claims.getAudience()).containsExactly("bantin");
		assertThat(claims.getIssuer()).isEqualTo("http://127.0.0.1:9000");
		assertThat(claims.getSubject()).isEqualTo("editor");
		assertThat(claims.getStringClaim("name")).isEqualTo("Biên tập viên mẫu");
		assertThat(claims.getStringListClaim("roles")).containsExactly("writer", "editor");
	}

	@Test
	void givesWriterNoOtherRole() throws Exception {
		String token = command().token("writer", "writer");
		assertThat(SignedJWT.parse(token).getJWTClaimsSet().getStringListClaim("roles")).containsExactly("writer");
	}

	@Test
	void refusesWrongPassword() {
		assertThatIllegalStateException().isThrownBy(() -> command().token("editor", "guess"))
			.withMessageContaining("does not know this user");
	}

	@Test
	void keepsItsKeyOverRestart() throws Exception {
		assertThat(SigningKey.in(data).getKeys()).isEqualTo(SigningKey.in(data).getKeys());
	}

	private TokenCommand command() {
		return new TokenCommand(URI.create("http://127.0.0.1:" + this.port));
	}

}
