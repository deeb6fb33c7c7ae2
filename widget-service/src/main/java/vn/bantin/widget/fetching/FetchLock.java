package vn.bantin.widget.fetching;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.jspecify.annotations.Nullable;

/**
 * The lock under which one instance at a time fetches. It expires by the clock, which is
 * good enough: two holders would only ask the providers twice.
 */
class FetchLock {

	private static final Duration AT_MOST = Duration.ofSeconds(30);

	private final LockProvider locks;

	private final Clock clock;

	private @Nullable SimpleLock held;

	private Instant heldUntil = Instant.MIN;

	FetchLock(LockProvider locks, Clock clock) {
		this.locks = locks;
		this.clock = clock;
	}

	/** Takes the lock, or extends it, and tells whether this instance holds it now. */
	synchronized boolean acquire() {
		Instant now = this.clock.instant();
		// ShedLock knows a holder by its host only, so once expired, a lock is not
		// extended: another instance on this host may hold it.
		if (this.held != null && now.isBefore(this.heldUntil)) {
			this.held = this.held.extend(AT_MOST, Duration.ZERO).orElse(null);
		}
		else {
			this.held = this.locks.lock(new LockConfiguration(now, "fetcher", AT_MOST, Duration.ZERO)).orElse(null);
		}
		this.heldUntil = now.plus(AT_MOST);
		return this.held != null;
	}

	/** Lets another instance take over at once. */
	synchronized void release() {
		if (this.held != null && this.clock.instant().isBefore(this.heldUntil)) {
			this.held.unlock();
		}
		this.held = null;
	}

}
