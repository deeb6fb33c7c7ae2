package vn.bantin.gateway.live;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

/**
 * Who is told what, and when. The first event of a quiet subject goes out at once; more
 * of it within half a second are one, the newest. One thread calls it, any may ask
 * whether a subject is watched.
 */
final class Broadcast {

	static final Duration APART = Duration.ofMillis(500);

	static final Duration HEARTBEAT = Duration.ofSeconds(15);

	private static final Duration SHORTEST = Duration.ofMinutes(5);

	private static final Duration LONGEST = Duration.ofMinutes(10);

	private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.US_ASCII);

	private final LongSupplier nanos;

	private final RandomGenerator random;

	private final Map<Subject, Audience> audiences = new ConcurrentHashMap<>();

	/** Those that wait to be told of more. */
	private final Set<Audience> waiting = new LinkedHashSet<>();

	/** Each stream's next heartbeat, the soonest first, since all beat equally often. */
	private final Queue<Beat> beats = new ArrayDeque<>();

	private final LongAdder sent = new LongAdder();

	Broadcast(LongSupplier nanos, RandomGenerator random) {
		this.nanos = nanos;
		this.random = random;
	}

	void join(Stream stream, Collection<Subject> subjects) {
		long now = this.nanos.getAsLong();
		subjects.forEach((subject) -> this.audiences.computeIfAbsent(subject,
				(unwatched) -> new Audience(now - APART.toNanos())).streams
			.add(stream));
		long life = this.random.nextLong(SHORTEST.toNanos(), LONGEST.toNanos());
		this.beats.add(new Beat(stream, now + HEARTBEAT.toNanos(), now + life));
	}

	void leave(Stream stream, Collection<Subject> subjects) {
		subjects.forEach((subject) -> this.audiences.computeIfPresent(subject, (watched, audience) -> {
			audience.streams.remove(stream);
			return audience.streams.isEmpty() ? null : audience;
		}));
	}

	boolean isWatched(Subject subject) {
		return this.audiences.containsKey(subject);
	}

	void offer(LiveEvent event) {
		Audience audience = this.audiences.get(event.subject());
		if (audience == null) {
			return;
		}
		audience.next = event;
		if (!tellIfDue(audience, this.nanos.getAsLong())) {
			this.waiting.add(audience);
		}
	}

	/** Tells the newest event unless the last one was told just now. */
	private boolean tellIfDue(Audience audience, long now) {
		LiveEvent event = audience.next;
		if (event == null) {
			return true;
		}
		if (now - audience.told < APART.toNanos()) {
			return false;
		}
		audience.told = now;
		audience.next = null;
		this.sent.add(audience.streams.size());
		audience.streams.forEach((stream) -> stream.send(event.bytes()));
		return true;
	}

	/** Events sent so far, each once for every stream. */
	double sent() {
		return this.sent.sum();
	}

	/** Does what is due; to be called many times a second. */
	void tick() {
		long now = this.nanos.getAsLong();
		this.waiting.removeIf((audience) -> tellIfDue(audience, now));
		Beat beat = this.beats.peek();
		while (beat != null && beat.due <= now) {
			this.beats.remove();
			if (beat.until <= now) {
				beat.stream.end();
			}
			else if (beat.stream.isOpen()) {
				beat.stream.send(COMMENT);
				this.beats.add(new Beat(beat.stream, now + HEARTBEAT.toNanos(), beat.until));
			}
			beat = this.beats.peek();
		}
	}

	/** Ends all streams. */
	void end() {
		this.beats.forEach((beat) -> beat.stream.end());
		this.beats.clear();
	}

	/** The streams that show a subject. */
	private static final class Audience {

		private final Set<Stream> streams = new HashSet<>();

		private long told;

		private @Nullable LiveEvent next;

		Audience(long told) {
			this.told = told;
		}

	}

	/**
	 * A stream's next heartbeat.
	 *
	 * @param stream the stream
	 * @param due when
	 * @param until the end of its life
	 */
	private record Beat(Stream stream, long due, long until) {
	}

}
