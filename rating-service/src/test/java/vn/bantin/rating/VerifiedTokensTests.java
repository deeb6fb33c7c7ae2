package vn.bantin.rating;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class VerifiedTokensTests {

	private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

	private final List<String> checked = new ArrayList<>();

	private final VerifiedTokens tokens = new VerifiedTokens(this::check, Clock.fixed(NOW, ZoneOffset.UTC));

	private Jwt check(String token) {
		this.checked.add(token);
		if (token.startsWith("bad")) {
			throw new BadJwtException("bad");
		}
		Instant expires = token.startsWith("old") ? NOW : NOW.plusSeconds(1);
		return Jwt.withTokenValue(token)
			.header("alg", "ES256")
			.subject(token)
			.issuedAt(NOW.minusSeconds(60))
			.expiresAt(expires)
			.build();
	}

	@Test
	void checksAGoodTokenOnce() {
		assertThat(this.tokens.decode("a").getSubject()).isEqualTo("a");
		assertThat(this.tokens.decode("b").getSubject()).isEqualTo("b");
		assertThat(this.tokens.decode("a").getSubject()).isEqualTo("a");
		assertThat(this.checked).containsExactly("a", "b");
	}

	@Test
	void checksATokenAgainThatHasExpired() {
		this.tokens.decode("old");
		this.tokens.decode("old");
		assertThat(this.checked).containsExactly("old", "old");
	}

	@Test
	void remembersNoBadToken() {
		for (int i = 0; i < 2; i++) {
			assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> this.tokens.decode("bad"));
		}
		assertThat(this.checked).containsExactly("bad", "bad");
	}

}
