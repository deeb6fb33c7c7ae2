package vn.bantin.rating.reading;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.MongoException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The newest tallies that this instance knows of: from the topic, or from a look into the
 * database. It looks for each article a few times a second at most, however many read and
 * vote, and who knows a tally does not wait for the look. When the database is slow,
 * hundreds of readers who ask it whether they are counted are what keeps it so.
 */
@Component
public class Tallies {

	private static final Logger logger = LoggerFactory.getLogger(Tallies.class);

	/** As many as are talked about at one time. */
	private static final int KEPT = 10_000;

	/** Shorter than anybody waits, so that what one sees in the end is no old look. */
	private static final Duration LOOK = Duration.ofMillis(300);

	/** For who waited in vain for an event that this instance is not told of. */
	private static final Duration LAST_LOOK = Duration.ofMillis(100);

	/**
	 * Longer than anybody waits. What was not heard of for so long is read again, should
	 * this instance not be told of all.
	 */
	private static final Duration KNOWN = Duration.ofSeconds(30);

	private static final BinaryOperator<HeardTally> NEWER = BinaryOperator.maxBy(HeardTally.OLDEST_FIRST);

	private final StoredTallies stored;

	private final Duration lastLook;

	private final Cache<String, HeardTally> known = Caffeine.newBuilder()
		.maximumSize(KEPT)
		.expireAfterWrite(KNOWN)
		.build();

	private final AsyncCache<String, Optional<HeardTally>> looks = Caffeine.newBuilder()
		.maximumSize(KEPT)
		.expireAfterWrite(LOOK)
		.executor(Thread::startVirtualThread)
		.buildAsync();

	private final Cache<String, CompletableFuture<HeardTally>> next = Caffeine.newBuilder()
		.expireAfterWrite(KNOWN)
		.build();

	@Autowired
	Tallies(StoredTallies stored) {
		this(stored, LAST_LOOK);
	}

	Tallies(StoredTallies stored, Duration lastLook) {
		this.stored = stored;
		this.lastLook = lastLook;
	}

	void tell(HeardTally heard) {
		String article = heard.tally().article();
		this.known.asMap().merge(article, heard, NEWER);
		CompletableFuture<HeardTally> awaited = this.next.asMap().remove(article);
		if (awaited != null) {
			awaited.complete(heard);
		}
	}

	/**
	 * The tally of an article.
	 * @param article its id
	 * @return empty before the first vote was counted
	 * @throws MongoException if this instance knows of none and the database does not
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
	 * @throws MongoException if this instance knows of none and the database does not
	 * answer
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
	 * @throws MongoException if this instance knows of none and the database does not
	 * answer
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
				awaitLook(article);
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
		CompletableFuture<Optional<HeardTally>> look = this.looks.get(article, this::look);
		@Nullable HeardTally known = this.known.getIfPresent(article);
		return (known != null) ? Optional.of(known) : seen(look);
	}

	private Optional<HeardTally> look(String article) {
		try {
			Optional<HeardTally> found = this.stored.find(article);
			found.ifPresent(this::tell);
			return found;
		}
		catch (RuntimeException ex) {
			logger.warn("The stored tally of {} is not to be had: {}", article, ex.toString());
			throw ex;
		}
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

	private void awaitLook(String article) {
		try {
			this.looks.get(article, this::look).get(this.lastLook.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException | ExecutionException ex) {
			logger.debug("No last look for {}", article, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
