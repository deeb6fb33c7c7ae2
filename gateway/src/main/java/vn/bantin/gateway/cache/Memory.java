package vn.bantin.gateway.cache;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import org.jspecify.annotations.Nullable;
import vn.bantin.gateway.change.Change;
import vn.bantin.gateway.change.Tag;

/**
 * The answers that are kept, bounded by their bytes, and which of them shows what. A
 * change finds those that it touches; one that comes while an answer is being made finds
 * it when it is kept.
 */
final class Memory implements AutoCloseable {

	/**
	 * Longer than any answer takes to be made, and than a service lags behind the topics.
	 */
	private static final Duration REMEMBERED = Duration.ofMinutes(10);

	private static final int MOST_CHANGES = 200_000;

	private final Cache<CacheKey, CachedAnswer> answers;

	private final Map<Tag, Set<CacheKey>> keys = new ConcurrentHashMap<>();

	private final Cache<Tag, Changed> changes = Caffeine.newBuilder()
		.maximumSize(MOST_CHANGES)
		.expireAfterWrite(REMEMBERED)
		.build();

	private final LongSupplier nanos;

	private volatile long lastGone = Long.MIN_VALUE;

	/**
	 * Empty.
	 * @param bytes how much it may hold
	 * @param nanos the time in nanoseconds
	 */
	Memory(long bytes, LongSupplier nanos) {
		this.nanos = nanos;
		this.answers = Caffeine.newBuilder()
			.maximumWeight(bytes)
			.weigher((CacheKey key, CachedAnswer answer) -> answer.weight())
			.expireAfterWrite(Lifetime.ON_ERROR)
			// Part of the removal, so that index and answers never differ.
			.evictionListener(this::forget)
			.executor(Runnable::run)
			.build();
	}

	@Nullable CachedAnswer find(CacheKey key) {
		return this.answers.getIfPresent(key);
	}

	/**
	 * Keeps an answer, unless it shows what is gone, or an older state than the one that
	 * is kept.
	 * @param begun when its making began, in nanoseconds
	 * @return whether it is kept
	 */
	boolean keep(CacheKey key, CachedAnswer answer, long begun) {
		if (this.answers.asMap().compute(key, (same, before) -> newer(same, before, answer)) != answer) {
			answer.release();
			return false;
		}
		if (isGoneSince(answer.tags(), begun)) {
			remove(key);
			return false;
		}
		if (isChangedSince(answer.tags(), begun)) {
			answer.change(this.nanos.getAsLong());
		}
		return true;
	}

	private CachedAnswer newer(CacheKey key, @Nullable CachedAnswer before, CachedAnswer answer) {
		if (before != null && answer.isOlderThan(before)) {
			return before;
		}
		index(key, answer.tags());
		if (before != null) {
			before.tags().stream().filter((tag) -> !answer.tags().contains(tag)).forEach((tag) -> drop(tag, key));
			before.release();
		}
		return answer;
	}

	/** Whether any of these was taken away since then. */
	boolean isGoneSince(Set<Tag> tags, long since) {
		return isAnySince(tags, since, true);
	}

	/** Whether any of these looks different since then. */
	boolean isChangedSince(Set<Tag> tags, long since) {
		return isAnySince(tags, since, false);
	}

	/** Whether any of these is known to have changed lately. */
	boolean isLatelyChanged(Set<Tag> tags) {
		return tags.stream().anyMatch((tag) -> this.changes.getIfPresent(tag) != null);
	}

	/** Whether any of these is known to have been taken away lately. */
	boolean isLatelyGone(Set<Tag> tags) {
		return tags.stream().map(this.changes::getIfPresent).anyMatch((changed) -> changed != null && changed.gone());
	}

	private boolean isAnySince(Set<Tag> tags, long since, boolean gone) {
		for (Tag tag : tags) {
			Changed changed = this.changes.getIfPresent(tag);
			if (changed != null && changed.at() - since >= 0 && (changed.gone() || !gone)) {
				return true;
			}
		}
		return false;
	}

	/** Whether anything at all was taken away since then. */
	boolean isAnythingGoneSince(long since) {
		return this.lastGone != Long.MIN_VALUE && this.lastGone - since >= 0;
	}

	/** Takes in what has changed: softly, but what is gone is gone at once. */
	void apply(Change change) {
		long now = this.nanos.getAsLong();
		Tag gone = (change instanceof Change.Article article && article.isGone()) ? Tag.article(article.id()) : null;
		for (Tag tag : change.tags()) {
			this.changes.put(tag, new Changed(now, tag.equals(gone)));
		}
		if (gone != null) {
			this.lastGone = now;
			keysOf(gone).forEach(this::remove);
		}
		for (Tag tag : change.tags()) {
			for (CacheKey key : keysOf(tag)) {
				CachedAnswer answer = find(key);
				if (answer != null) {
					answer.change(now);
				}
			}
		}
	}

	private Set<CacheKey> keysOf(Tag tag) {
		return this.keys.getOrDefault(tag, Set.of());
	}

	private void remove(CacheKey key) {
		this.answers.asMap().computeIfPresent(key, (same, answer) -> {
			answer.tags().forEach((tag) -> drop(tag, same));
			answer.release();
			return null;
		});
	}

	private void forget(@Nullable CacheKey key, @Nullable CachedAnswer answer, RemovalCause cause) {
		if (key != null && answer != null) {
			answer.tags().forEach((tag) -> drop(tag, key));
			answer.release();
		}
	}

	private void index(CacheKey key, Set<Tag> tags) {
		for (Tag tag : tags) {
			this.keys.compute(tag, (same, keys) -> {
				Set<CacheKey> all = (keys != null) ? keys : ConcurrentHashMap.newKeySet(1);
				all.add(key);
				return all;
			});
		}
	}

	private void drop(Tag tag, CacheKey key) {
		this.keys.computeIfPresent(tag, (same, keys) -> {
			keys.remove(key);
			return keys.isEmpty() ? null : keys;
		});
	}

	/** Frees all that is kept. */
	@Override
	public void close() {
		this.answers.asMap().keySet().forEach(this::remove);
	}

	/** How many answers are kept. */
	long count() {
		return this.answers.estimatedSize();
	}

	/** How many things they show. */
	int tags() {
		return this.keys.size();
	}

	/** How many bytes they take, about. */
	long bytes() {
		return this.answers.policy().eviction().map((eviction) -> eviction.weightedSize().orElse(0)).orElse(0L);
	}

	private record Changed(long at, boolean gone) {
	}

}
