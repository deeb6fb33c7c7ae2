package vn.bantin.rating.reading;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.MongoException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The newest tallies: those that this instance was told of, and those in the database,
 * whichever is newer. The database is asked for each article a few times a second at
 * most, however many read and vote; who was told of a tally does not wait for it. When it
 * is slow, hundreds of readers who ask it whether they are counted are what keeps it so.
 */
@Component
public class Tallies {

	/** As many as are talked about at one time. */
	private static final int KEPT = 10_000;

	/** Shorter than anybody waits, so that what one sees in the end is no old look. */
	private static final Duration LOOK = Duration.ofMillis(300);

	/** Longer than anybody waits. */
	private static final Duration AWAITED = Duration.ofSeconds(30);

	private static final BinaryOperator<HeardTally> NEWER = BinaryOperator.maxBy(HeardTally.OLDEST_FIRST);

	private final StoredTallies stored;

	private final Cache<String, HeardTally> told = Caffeine.newBuilder().maximumSize(KEPT).build();

	private final AsyncCache<String, Optional<HeardTally>> looks = Caffeine.newBuilder()
		.maximumSize(KEPT)
		.expireAfterWrite(LOOK)
		.executor(Thread::startVirtualThread)
		.buildAsync();

	private final Cache<String, CompletableFuture<HeardTally>> next = Caffeine.newBuilder()
		.expireAfterWrite(AWAITED)
		.build();

	Tallies(StoredTallies stored) {
		this.stored = stored;
	}

	void tell(HeardTally heard) {
		String article = heard.tally().article();
		this.told.asMap().merge(article, heard, NEWER);
		CompletableFuture<HeardTally> awaited = this.next.asMap().remove(article);
		if (awaited != null) {
			awaited.complete(heard);
		}
	}

	/**
	 * The tally of an article.
	 * @param article its id
	 * @return empty before the first vote was counted
	 * @throws MongoException if this instance was told of none and the database does not
	 * answer
	 */
	public Optional<KnownTally> find(String article) {
		return newest(article).map(HeardTally::tally);
	}

	/**
	 * The stored tallies of some articles.
	 * @param articles their ids
	 * @return those that have one
	 */
	public List<KnownTally> find(Collection<String> articles) {
		return this.stored.find(articles).stream().map(HeardTally::tally).toList();
	}

	/**
	 * Waits until a newer tally of an article is there.
	 * @param article the article's id
	 * @param version the version that is known
	 * @param limit how long to wait
	 * @return whether there is one
	 */
	public boolean awaitAfter(String article, long version, Duration limit) {
		return await(article, (heard) -> heard.tally().version() > version, limit);
	}

	/**
	 * Waits until the tally is that of an event of the topic, or of a later one.
	 * @param article the event's key
	 * @param partition its partition
	 * @param offset its offset
	 * @param limit how long to wait
	 * @return whether it is
	 */
	public boolean awaitAt(String article, int partition, long offset, Duration limit) {
		return await(article, (heard) -> heard.isAt(partition, offset), limit);
	}

	private boolean await(String article, Predicate<HeardTally> wanted, Duration limit) {
		long end = System.nanoTime() + limit.toNanos();
		while (true) {
			// Before the look at what is there, so that nothing comes unnoticed between.
			CompletableFuture<HeardTally> following = this.next.get(article, (unknown) -> new CompletableFuture<>());
			if (newest(article).filter(wanted).isPresent()) {
				return true;
			}
			try {
				following.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
			}
			catch (TimeoutException ex) {
				return newest(article).filter(wanted).isPresent();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return false;
			}
			catch (ExecutionException ex) {
				throw new IllegalStateException("Nobody completes it so", ex);
			}
		}
	}

	private Optional<HeardTally> newest(String article) {
		CompletableFuture<Optional<HeardTally>> look = this.looks.get(article, this.stored::find);
		@Nullable HeardTally told = this.told.getIfPresent(article);
		if (told == null) {
			return seen(look);
		}
		Optional<HeardTally> stored = (look.state() == Future.State.SUCCESS) ? look.resultNow() : Optional.empty();
		return Optional.of(stored.map((it) -> NEWER.apply(told, it)).orElse(told));
	}

	private static Optional<HeardTally> seen(CompletableFuture<Optional<HeardTally>> look) {
		try {
			return look.join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw ex;
		}
	}

}
