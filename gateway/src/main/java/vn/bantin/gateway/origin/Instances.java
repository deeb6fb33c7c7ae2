package vn.bantin.gateway.origin;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The instances of one service, asked in turn. One that could not be reached is left out
 * for two seconds, unless no other is left.
 */
public final class Instances {

	private static final Duration LEFT_OUT = Duration.ofSeconds(2);

	private final List<URI> all;

	private final Clock clock;

	private final AtomicInteger turn = new AtomicInteger();

	private final Map<URI, Instant> leftOut = new ConcurrentHashMap<>();

	Instances(List<URI> all, Clock clock) {
		if (all.isEmpty()) {
			throw new IllegalArgumentException("A service has at least one instance");
		}
		this.all = List.copyOf(all);
		this.clock = clock;
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
	 * Notes that an instance could not be reached.
	 * @param instance its base address
	 */
	public void failed(URI instance) {
		this.leftOut.put(instance, this.clock.instant().plus(LEFT_OUT));
	}

}
