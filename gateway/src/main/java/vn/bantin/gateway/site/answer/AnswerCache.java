package vn.bantin.gateway.site.answer;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import reactor.core.publisher.Mono;
import vn.bantin.gateway.change.Change;
import vn.bantin.gateway.change.Changes;

/**
 * A cache of parts that are the same for all pages. However many pages need one, it is
 * fetched and read once until it expires or something that it shows changes. A missing
 * part is cached too, which spares a slow service; where there was one before, pages show
 * that.
 *
 * @param <T> what a part is read into
 */
final class AnswerCache<T> {

	/** Far more than a newspaper has sections and places. */
	private static final int LARGEST = 500;

	/** Without word of changes, promise 2 leaves no more. */
	private static final Duration UNTOLD = Duration.ofMillis(500);

	private final Cache<String, Held<T>> parts;

	private final Cache<String, Part<T>> lastGood;

	private final Function<String, Mono<Part<T>>> loader;

	private final Changes changes;

	private volatile Instant lastGone = Instant.MIN;

	/**
	 * An empty cache.
	 * @param loader gets the part at a path
	 * @param limits how long a part is used, from the moment of the request
	 * @param changes tell what looks different
	 */
	AnswerCache(Function<String, Mono<Part<T>>> loader, AnswerProperties limits, Changes changes) {
		this.parts = Caffeine.newBuilder().maximumSize(LARGEST).expireAfterWrite(limits.sharedFor()).build();
		this.lastGood = Caffeine.newBuilder().maximumSize(LARGEST).expireAfterWrite(limits.lastGoodFor()).build();
		this.loader = loader;
		this.changes = changes;
		changes.listen(this::forget);
	}

	Mono<Part<T>> get(String path) {
		long now = System.nanoTime();
		return this.parts.asMap()
			.compute(path, (same, held) -> (held != null && isGood(held, now)) ? held : new Held<>(load(path), now))
			.part();
	}

	private boolean isGood(Held<T> held, long now) {
		return this.changes.isCurrent() || now - held.asked() < UNTOLD.toNanos();
	}

	private Mono<Part<T>> load(String path) {
		Instant asked = Instant.now();
		return this.loader.apply(path).map((part) -> orLastGood(path, part, asked)).cache();
	}

	private Part<T> orLastGood(String path, Part<T> part, Instant asked) {
		if (part.value().isPresent()) {
			if (asked.isAfter(this.lastGone)) {
				this.lastGood.put(path, part);
			}
			return part;
		}
		Part<T> before = this.lastGood.getIfPresent(path);
		return (before != null) ? before : part;
	}

	/** What is gone is not shown again, not even for want of something newer. */
	private void forget(Change change) {
		boolean gone = change instanceof Change.Article article && article.isGone();
		if (gone) {
			this.lastGone = Instant.now();
			this.lastGood.asMap().values().removeIf((part) -> shows(part, change));
			this.parts.invalidateAll();
		}
		else if (!(change instanceof Change.Tally)) {
			this.parts.invalidateAll();
		}
	}

	private boolean shows(Part<T> part, Change change) {
		return !Collections.disjoint(part.shows(), change.tags());
	}

	private record Held<T>(Mono<Part<T>> part, long asked) {
	}

}
