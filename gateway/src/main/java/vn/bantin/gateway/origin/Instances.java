package vn.bantin.gateway.origin;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * The instances of one service, asked in turn. One that could not be reached, or that is
 * about to stop, is left out until it has answered, which somebody who reads tries every
 * two seconds; then it gets its share by and by. Only when no other is left is it asked
 * all the same.
 */
public final class Instances {

	private final List<URI> all;

	private final Map<URI, Share> shares;

	private final Clock clock;

	private final AtomicInteger turn = new AtomicInteger();

	private final Throttle reading;

	private final Throttle writing;

	Instances(List<URI> all, Clock clock, Throttle reading, Throttle writing) {
		if (all.isEmpty()) {
			throw new IllegalArgumentException("A service has at least one instance");
		}
		this.all = all.stream().distinct().toList();
		this.shares = this.all.stream().collect(Collectors.toMap(Function.identity(), (instance) -> new Share()));
		this.clock = clock;
		this.reading = reading;
		this.writing = writing;
	}

	/**
	 * Whether a request only reads, so that it can be sent again.
	 * @param method the request's HTTP method
	 * @return false for what may change something
	 */
	public static boolean isReading(HttpMethod method) {
		return method == HttpMethod.GET || method == HttpMethod.HEAD;
	}

	/**
	 * How much they are asked at most: reading may go well where writing does not.
	 * @param method the HTTP method of what they are asked
	 * @return one for what only reads, another for what changes something
	 */
	public Throttle throttle(HttpMethod method) {
		return isReading(method) ? this.reading : this.writing;
	}

	/**
	 * Whose turn it is.
	 * @param mayTry whether the request may be the one that tries an instance that is
	 * left out, since it can be sent again
	 * @return the instance's base address
	 */
	public URI next(boolean mayTry) {
		Instant now = this.clock.instant();
		int start = Math.floorMod(this.turn.getAndIncrement(), this.all.size());
		return first(start, (share) -> share.isDue(now, mayTry)).or(() -> first(start, (share) -> !share.isLeftOut()))
			.orElse(this.all.get(start));
	}

	private Optional<URI> first(int start, Predicate<Share> which) {
		return IntStream.range(start, start + this.all.size())
			.mapToObj((turn) -> this.all.get(turn % this.all.size()))
			.filter((instance) -> which.test(share(instance)))
			.findFirst();
	}

	/**
	 * Whether there is another one to ask.
	 * @return false when there is only one
	 */
	public boolean areSeveral() {
		return this.all.size() > 1;
	}

	/**
	 * How many are left out.
	 * @return 0 when all are well
	 */
	long leftOut() {
		return this.shares.values().stream().filter(Share::isLeftOut).count();
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
		boolean closing = "close".equalsIgnoreCase(connection);
		share(instance).answered(now, status < 500 && !closing);
		if (status < 400 && closing) {
			share(instance).leaveOut(now);
		}
	}

	/**
	 * Whether an instance is known to be alive.
	 * @param instance its base address
	 * @param since the earliest answer that proves it
	 * @return whether anybody had an answer from it since
	 */
	public boolean hasAnsweredSince(URI instance, Instant since) {
		return share(instance).hasAnsweredSince(since);
	}

	/**
	 * Notes that an instance could not be reached.
	 * @param instance its base address
	 */
	public void failed(URI instance) {
		share(instance).leaveOut(this.clock.instant());
	}

	private Share share(URI instance) {
		return Objects.requireNonNull(this.shares.get(instance));
	}

}
