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
 * The newest tallies this instance knows, from the topic or from the database. Queries
 * are shared: at most a few a second for each article, however many requests read and
 * vote, and a cached tally is returned without waiting for the query. Otherwise hundreds
 * of requests that poll for their vote would keep a slow database slow.
 */
@Component
public class Tallies {

	private static final Logger logger = LoggerFactory.getLogger(Tallies.class);

	/** More articles than are rated at any one time. */
	private static final int MAX_ARTICLES = 10_000;

	/** Shorter than any wait, so that no wait ends with a stale result. */
	private static final Duration QUERY_REUSED = Duration.ofMillis(300);

	/** For one more query after a wait without an event. */
	private static final Duration LAST_QUERY = Duration.ofMillis(100);

	/**
	 * Longer than any wait. A tally without an event for so long is read again, in case
	 * this instance missed one.
	 */
	private static final Duration CACHED = Duration.ofSeconds(30);

	private static final BinaryOperator<TallyEvent> NEWER = BinaryOperator.maxBy(TallyEvent.OLDEST_FIRST);

	private final StoredTallies stored;

	private final Duration lastQuery;

	private final Cache<String, TallyEvent> cached = Caffeine.newBuilder()
		.maximumSize(MAX_ARTICLES)
		.expireAfterWrite(CACHED)
		.build();

	private final AsyncCache<String, Optional<TallyEvent>> queries = Caffeine.newBuilder()
		.maximumSize(MAX_ARTICLES)
		.expireAfterWrite(QUERY_REUSED)
		.executor(Thread::startVirtualThread)
		.buildAsync();

	private final Cache<String, CompletableFuture<TallyEvent>> next = Caffeine.newBuilder()
		.expireAfterWrite(CACHED)
		.build();

	@Autowired
	Tallies(StoredTallies stored) {
		this(stored, LAST_QUERY);
	}

	Tallies(StoredTallies stored, Duration lastQuery) {
		this.stored = stored;
		this.lastQuery = lastQuery;
	}

	void update(TallyEvent event) {
		String article = event.tally().article();
		this.cached.asMap().merge(article, event, NEWER);
		CompletableFuture<TallyEvent> awaited = this.next.asMap().remove(article);
		if (awaited != null) {
			awaited.complete(event);
		}
	}

	/**
	 * The tally of an article.
	 * @param article its id
	 * @return empty before the first vote was counted
	 * @throws MongoException if none is cached and the database does not answer
	 */
	public Optional<ArticleTally> find(String article) {
		return newest(article).map(TallyEvent::tally);
	}

	/**
	 * The stored tallies of some articles.
	 * @param articles their ids
	 * @return those that have one
	 */
	public List<ArticleTally> find(Collection<String> articles) {
		return this.stored.find(articles).stream().map(TallyEvent::tally).toList();
	}

	/**
	 * Waits for a newer tally of an article.
	 * @param article the article's id
	 * @param version the version that is known
	 * @param limit how long to wait
	 * @return whether there is one
	 * @throws MongoException if none is cached and the database does not answer
	 */
	public boolean awaitAfter(String article, long version, Duration limit) {
		return await(article, (event) -> event.tally().version() > version, limit);
	}

	/**
	 * Waits until the tally is that of a given event of the topic, or of a later one.
	 * @param article the event's key
	 * @param partition its partition
	 * @param offset its offset
	 * @param limit how long to wait
	 * @return whether it is
	 * @throws MongoException if none is cached and the database does not answer
	 */
	public boolean awaitAt(String article, int partition, long offset, Duration limit) {
		return await(article, (event) -> event.isAt(partition, offset), limit);
	}

	private boolean await(String article, Predicate<TallyEvent> wanted, Duration limit) {
		long end = System.nanoTime() + limit.toNanos();
		while (true) {
			// Subscribed before the check, so that no event between the two is missed.
			CompletableFuture<TallyEvent> following = this.next.get(article, (unknown) -> new CompletableFuture<>());
			if (newest(article).filter(wanted).isPresent()) {
				return true;
			}
			try {
				following.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
			}
			catch (TimeoutException ex) {
				awaitQuery(article);
				return newest(article).filter(wanted).isPresent();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return false;
			}
			catch (ExecutionException ex) {
				throw new IllegalStateException("Never completed exceptionally", ex);
			}
		}
	}

	private Optional<TallyEvent> newest(String article) {
		CompletableFuture<Optional<TallyEvent>> query = this.queries.get(article, this::query);
		@Nullable TallyEvent known = this.cached.getIfPresent(article);
		return (known != null) ? Optional.of(known) : result(query);
	}

	private Optional<TallyEvent> query(String article) {
		try {
			Optional<TallyEvent> found = this.stored.find(article);
			found.ifPresent(this::update);
			return found;
		}
		catch (RuntimeException ex) {
			logger.warn("The stored tally of {} cannot be read: {}", article, ex.toString());
			throw ex;
		}
	}

	private static Optional<TallyEvent> result(CompletableFuture<Optional<TallyEvent>> query) {
		try {
			return query.join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw ex;
		}
	}

	private void awaitQuery(String article) {
		try {
			this.queries.get(article, this::query).get(this.lastQuery.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException | ExecutionException ex) {
			logger.debug("No last query for {}", article, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
