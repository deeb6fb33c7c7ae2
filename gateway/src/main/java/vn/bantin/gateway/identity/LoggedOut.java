package vn.bantin.gateway.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;

/**
 * Logins that were ended here before their time. Somebody may hold a copy of the cookie,
 * which looks as good as ever, so they are remembered until they would have ended anyway.
 */
final class LoggedOut {

	/** More than a newsroom ends in twelve hours, at 100 bytes or so each. */
	private static final int MOST = 10_000;

	private final Cache<String, Instant> ends;

	LoggedOut(Clock clock) {
		this.ends = Caffeine.newBuilder()
			.maximumSize(MOST)
			.expireAfter(Expiry.creating((String session, Instant end) -> Duration.between(clock.instant(), end)))
			.build();
	}

	void add(Session session) {
		this.ends.put(session.id(), session.lastEnd());
	}

	boolean contains(Session session) {
		return this.ends.getIfPresent(session.id()) != null;
	}

}
