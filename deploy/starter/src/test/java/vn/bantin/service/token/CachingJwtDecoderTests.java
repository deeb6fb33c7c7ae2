package vn.bantin.service.token;

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

class CachingJwtDecoderTests {

	private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

	private final List<String> verified = new ArrayList<>();

	private final CachingJwtDecoder decoder = new CachingJwtDecoder(this::verify, Clock.fixed(NOW, ZoneOffset.UTC));

	private Jwt verify(String token) {
		this.verified.add(token);
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
	void verifiesValidTokenOnce() {
		assertThat(this.decoder.decode("a").getSubject()).isEqualTo("a");
		assertThat(this.decoder.decode("b").getSubject()).isEqualTo("b");
		assertThat(this.decoder.decode("a").getSubject()).isEqualTo("a");
		assertThat(this.verified).containsExactly("a", "b");
	}

	@Test
	void verifiesExpiredTokenAgain() {
		this.decoder.decode("old");
		this.decoder.decode("old");
		assertThat(this.verified).containsExactly("old", "old");
	}

	@Test
	void remembersNoInvalidToken() {
		for (int i = 0; i < 2; i++) {
			assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> this.decoder.decode("bad"));
		}
		assertThat(this.verified).containsExactly("bad", "bad");
	}

}
