package vn.bantin.gateway.origin;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One instance of a service: left out, slowly coming back, or asked whenever it is its
 * turn. A process that has just started has yet to compile what it runs and would answer
 * a full share of requests too late, so its share grows, as behind HAProxy with
 * {@code slowstart}.
 */
final class Instance {

	/** How often an instance that is left out is probed. */
	private static final Duration PROBE_INTERVAL = Duration.ofSeconds(2);

	/** How long its share takes to grow to the whole. */
	private static final Duration SLOW_START = Duration.ofSeconds(15);

	private final URI address;

	private final Clock clock;

	private final Sampler sampler = new Sampler();

	private boolean leftOut;

	/** When it may be probed, or since when it is back. */
	private Instant since = Instant.EPOCH;

	private Instant lastAnswer = Instant.MIN;

	Instance(URI address, Clock clock) {
		this.address = address;
		this.clock = clock;
	}

	URI address() {
		return this.address;
	}

	/**
	 * Whether it takes the next request. An instance that is left out takes one request
	 * every two seconds, as its probe.
	 * @param mayProbe whether the request can be sent again if this instance fails
	 */
	synchronized boolean takes(boolean mayProbe) {
		Instant now = this.clock.instant();
		if (this.leftOut) {
			boolean probed = mayProbe && !now.isBefore(this.since);
			if (probed) {
				this.since = now.plus(PROBE_INTERVAL);
			}
			return probed;
		}
		double back = Duration.between(this.since, now).toMillis();
		return this.sampler.take(Math.clamp(back / SLOW_START.toMillis(), 0, 1));
	}

	synchronized boolean isLeftOut() {
		return this.leftOut;
	}

	/**
	 * Notes an answer. An instance that closes the connection after a good answer is
	 * draining, and is left out.
	 * @param connection the answer's {@code Connection} header, null for none
	 */
	synchronized void answered(int status, @Nullable String connection) {
		Instant now = this.clock.instant();
		this.lastAnswer = now;
		boolean closing = "close".equalsIgnoreCase(connection);
		if (closing && status < 400) {
			leaveOut(now);
		}
		else if (this.leftOut && !closing && status < 500) {
			this.leftOut = false;
			this.since = now;
		}
	}

	/** Notes that it could not be reached or did not answer. */
	synchronized void failed() {
		leaveOut(this.clock.instant());
	}

	private void leaveOut(Instant now) {
		this.leftOut = true;
		this.since = now.plus(PROBE_INTERVAL);
	}

	/** Whether any request got an answer after that moment. */
	synchronized boolean hasAnsweredSince(Instant moment) {
		return this.lastAnswer.isAfter(moment);
	}

}
