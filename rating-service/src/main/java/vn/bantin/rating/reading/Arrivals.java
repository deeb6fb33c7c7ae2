package vn.bantin.rating.reading;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;

/**
 * Tallies as they arrive at this instance, from all partitions, for those who wait for
 * the next one. Waiting asks nobody: when the database is slow, hundreds of readers who
 * look every few milliseconds whether they are counted are what keeps it slow.
 */
@Component
public class Arrivals {

	/** Longer than anybody waits. */
	private static final Duration KEPT = Duration.ofSeconds(30);

	private final Cache<String, KnownTally> newest = Caffeine.newBuilder().expireAfterWrite(KEPT).build();

	private final Cache<String, CompletableFuture<KnownTally>> next = Caffeine.newBuilder()
		.expireAfterWrite(KEPT)
		.build();

	Arrivals() {
	}

	void arrived(KnownTally tally) {
		this.newest.asMap()
			.merge(tally.article(), tally, (before, now) -> (now.version() > before.version()) ? now : before);
		CompletableFuture<KnownTally> awaited = this.next.asMap().remove(tally.article());
		if (awaited != null) {
			awaited.complete(tally);
		}
	}

	/**
	 * Waits until a newer tally of an article arrives.
	 * @param article the article's id
	 * @param version the version that is known
	 * @param limit how long to wait
	 * @return the newer one; empty when none arrived in time
	 */
	public Optional<KnownTally> awaitAfter(String article, long version, Duration limit) {
		long end = System.nanoTime() + limit.toNanos();
		while (true) {
			// Before the look at what is there, so that nothing arrives unnoticed
			// between.
			CompletableFuture<KnownTally> following = this.next.get(article, (unknown) -> new CompletableFuture<>());
			KnownTally known = this.newest.getIfPresent(article);
			if (known != null && known.version() > version) {
				return Optional.of(known);
			}
			try {
				following.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
			}
			catch (TimeoutException ex) {
				return Optional.empty();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return Optional.empty();
			}
			catch (ExecutionException ex) {
				throw new IllegalStateException("Nobody completes it so", ex);
			}
		}
	}

}
