package vn.bantin.local.identity;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import com.jayway.jsonpath.JsonPath;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * What a program gets with its client credentials, beside what a browser's login gets.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
class TokenCommandTests {

	private static final String REDIRECT = "http://127.0.0.1:8080/login/oauth2/code/bantin";

	private static final String SECRET = "for this test";

	/** The pair of RFC 7636, appendix B. */
	private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

	private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

	@TempDir
	static Path data;

	@LocalServerPort
	int port;

	@Autowired
	MockMvc browser;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry settings) {
		settings.add("DATA_DIR", data::toString);
		settings.add("OIDC_CLIENT_SECRET", () -> SECRET);
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
	void givesTheClaimsThatALoginGives() throws Exception {
		JWTClaimsSet login = SignedJWT.parse(login("editor", "editor")).getJWTClaimsSet();
		JWTClaimsSet program = SignedJWT.parse(command().token("editor", "editor")).getJWTClaimsSet();
		assertThat(List.of("iss", "sub", "aud", "name", "roles"))
			.allSatisfy((claim) -> assertThat(program.getClaim(claim)).isNotNull().isEqualTo(login.getClaim(claim)));
		assertThat(validity(program)).isEqualTo(validity(login)).isEqualTo(Duration.ofHours(1));
	}

	@ParameterizedTest
	@CsvSource({ "editor, guess", "nobody, nobody", "bantin-gateway, guess", "nobody, a:b %" })
	void refusesWrongNameOrPassword(String user, String password) {
		assertThatIllegalStateException().isThrownBy(() -> command().token(user, password))
			.withMessageContaining("does not know this user");
	}

	@Test
	void refusesTheGatewayATokenOfItsOwn() {
		assertThatIllegalStateException().isThrownBy(() -> command().token("bantin-gateway", SECRET))
			.withMessageContaining("answered 400");
	}

	@Test
	void saysThatNobodyAnswers() {
		assertThatIOException().isThrownBy(() -> new TokenCommand(URI.create("http://127.0.0.1:1")).token("a", "b"))
			.withMessageContaining("http://127.0.0.1:1 does not answer");
	}

	@Test
	void keepsItsKeyOverRestart() throws Exception {
		assertThat(SigningKey.in(data).getKeys()).isEqualTo(SigningKey.in(data).getKeys());
	}

	private String login(String user, String password) throws Exception {
		HttpSession session = this.browser.perform(formLogin().user(user).password(password))
			.andExpect(authenticated().withUsername(user))
			.andReturn()
			.getRequest()
			.getSession();
		String redirect = this.browser
			.perform(get("/oauth2/authorize").session((MockHttpSession) Objects.requireNonNull(session))
				.queryParam("response_type", "code")
				.queryParam("client_id", "bantin-gateway")
				.queryParam("redirect_uri", REDIRECT)
				.queryParam("scope", "openid profile")
				.queryParam("code_challenge", CHALLENGE)
				.queryParam("code_challenge_method", "S256"))
			.andExpect(redirectedUrlPattern(REDIRECT + "?code=*"))
			.andReturn()
			.getResponse()
			.getRedirectedUrl();
		String code = Objects.requireNonNull(UriComponentsBuilder.fromUriString(Objects.requireNonNull(redirect))
			.build()
			.getQueryParams()
			.getFirst("code"));
		String tokens = this.browser
			.perform(post("/oauth2/token").with(httpBasic("bantin-gateway", SECRET))
				.param("grant_type", "authorization_code")
				.param("code", code)
				.param("redirect_uri", REDIRECT)
				.param("code_verifier", VERIFIER))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
		return JsonPath.read(tokens, "$.access_token");
	}

	private static Duration validity(JWTClaimsSet claims) {
		return Duration.between(claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant());
	}

	private TokenCommand command() {
		return new TokenCommand(URI.create("http://127.0.0.1:" + this.port));
	}

}
