package vn.bantin.gateway.origin;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * The instances of one service, asked in turn. One that could not be reached, or that is
 * about to stop, is left out for two seconds, unless no other is left.
 */
public final class Instances {

	private static final Duration LEFT_OUT = Duration.ofSeconds(2);

	private final List<URI> all;

	private final Clock clock;

	private final AtomicInteger turn = new AtomicInteger();

	private final Map<URI, Instant> leftOut = new ConcurrentHashMap<>();

	private final Map<URI, Instant> answered = new ConcurrentHashMap<>();

	private final Throttle reading;

	private final Throttle writing;

	Instances(List<URI> all, Clock clock, Throttle reading, Throttle writing) {
		if (all.isEmpty()) {
			throw new IllegalArgumentException("A service has at least one instance");
		}
		this.all = List.copyOf(all);
		this.clock = clock;
		this.reading = reading;
		this.writing = writing;
	}

	/**
	 * How much they are asked at most: reading may go well where writing does not.
	 * @param method the HTTP method of what they are asked
	 * @return one for what only reads, another for what changes something
	 */
	public Throttle throttle(HttpMethod method) {
		return (method == HttpMethod.GET || method == HttpMethod.HEAD) ? this.reading : this.writing;
	}

	/**
	 * Whose turn it is.
	 * @return the instance's base address
	 */
	public URI next() {
		Instant now = this.clock.instant();
		int start = Math.floorMod(this.turn.getAndIncrement(), this.all.size());
		for (int i = 0; i < this.all.size(); i++) {
			URI instance = this.all.get((start + i) % this.all.size());
			if (!now.isBefore(this.leftOut.getOrDefault(instance, Instant.MIN))) {
				return instance;
			}
		}
		return this.all.get(start);
	}

	/**
	 * Whether there is another one to ask.
	 * @return false when there is only one
	 */
	public boolean areSeveral() {
		return this.all.size() > 1;
	}

	/**
	 * Notes an answer. An instance that serves well and yet closes the connection is
	 * draining, and is left alone.
	 * @param instance its base address
	 * @param status the HTTP status
	 * @param connection the answer's {@code Connection} header, null for none
	 */
	public void answered(URI instance, int status, @Nullable String connection) {
		Instant now = this.clock.instant();
		this.answered.put(instance, now);
		if (status < 400 && "close".equalsIgnoreCase(connection)) {
			this.leftOut.put(instance, now.plus(LEFT_OUT));
		}
	}

	/**
	 * Whether an instance is known to be alive.
	 * @param instance its base address
	 * @param since the earliest answer that proves it
	 * @return whether anybody had an answer from it since
	 */
	public boolean hasAnsweredSince(URI instance, Instant since) {
		return this.answered.getOrDefault(instance, Instant.MIN).isAfter(since);
	}

	/**
	 * Notes that an instance could not be reached.
	 * @param instance its base address
	 */
	public void failed(URI instance) {
		this.leftOut.put(instance, this.clock.instant().plus(LEFT_OUT));
	}

}
