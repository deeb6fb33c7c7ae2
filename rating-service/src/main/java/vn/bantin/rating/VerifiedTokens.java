package vn.bantin.rating;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers which tokens were found good. The gateway sends the same one with all that a
 * reader asks in half a minute, and to check a signature is the dearest part of a vote. A
 * token is good until it expires, and half a minute longer at most when its key is
 * withdrawn before.
 */
final class VerifiedTokens implements JwtDecoder {

	private final JwtDecoder decoder;

	private final Clock clock;

	private final Cache<String, Jwt> good = Caffeine.newBuilder()
		.maximumSize(20_000)
		.expireAfterWrite(Duration.ofSeconds(30))
		.build();

	VerifiedTokens(JwtDecoder decoder, Clock clock) {
		this.decoder = decoder;
		this.clock = clock;
	}

	@Override
	public Jwt decode(String token) {
		Jwt known = this.good.getIfPresent(token);
		if (known != null && isAlive(known.getExpiresAt())) {
			return known;
		}
		Jwt verified = this.decoder.decode(token);
		this.good.put(token, verified);
		return verified;
	}

	private boolean isAlive(@Nullable Instant expires) {
		return expires != null && this.clock.instant().isBefore(expires);
	}

}
