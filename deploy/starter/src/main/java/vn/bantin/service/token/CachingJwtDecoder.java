package vn.bantin.service.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers verified tokens. The gateway sends the same token with all requests of a
 * caller for half a minute, and checking a signature is the most expensive part of a
 * small request. A token stays valid until it expires, also when its key is withdrawn
 * within these 30 seconds.
 */
final class CachingJwtDecoder implements JwtDecoder {

	private static final int MOST = 20_000;

	private static final Duration KEPT = Duration.ofSeconds(30);

	private final JwtDecoder decoder;

	private final Clock clock;

	private final Cache<String, Jwt> verified = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

	CachingJwtDecoder(JwtDecoder decoder, Clock clock) {
		this.decoder = decoder;
		this.clock = clock;
	}

	@Override
	public Jwt decode(String token) {
		Jwt known = this.verified.getIfPresent(token);
		if (known != null && isValid(known.getExpiresAt())) {
			return known;
		}
		Jwt decoded = this.decoder.decode(token);
		this.verified.put(token, decoded);
		return decoded;
	}

	private boolean isValid(@Nullable Instant expires) {
		return expires != null && this.clock.instant().isBefore(expires);
	}

}
