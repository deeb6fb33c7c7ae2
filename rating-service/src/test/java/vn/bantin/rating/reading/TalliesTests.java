package vn.bantin.rating.reading;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

class TalliesTests {

	private static final Duration LONG = Duration.ofMinutes(5);

	private static final Duration SHORT = Duration.ofMillis(20);

	private final StoredTallies stored = mock();

	private final Tallies tallies = new Tallies(this.stored, LONG);

	@Test
	@Timeout(20)
	void wakesAllWaitersWhenANewerTallyComes() throws Exception {
		List<Boolean> woken = all(() -> this.tallies.awaitAfter("a", 3, LONG), () -> {
			for (long version = 1; version <= 4; version++) {
				this.tallies.update(event("a", version, version));
			}
		});

		assertThat(woken).hasSize(100).containsOnly(true);
	}

	@Test
	void remembersTheNewestEvent() {
		this.tallies.update(event("a", 4, 1));
		this.tallies.update(event("a", 2, 2));

		assertThat(this.tallies.awaitAfter("a", 3, Duration.ZERO)).isTrue();
		assertThat(version("a")).isEqualTo(4);
	}

	@Test
	void givesUpWhenNoNewerTallyComes() {
		this.tallies.update(event("a", 3, 1));
		this.tallies.update(event("b", 4, 2));

		assertThat(this.tallies.awaitAfter("a", 3, SHORT)).isFalse();
	}

	@Test
	void findsWhatOnlyTheDatabaseHas() {
		given(this.stored.find("a")).willReturn(Optional.of(event("a", 3, 7)), Optional.of(event("a", 4, 8)));

		assertThat(this.tallies.awaitAfter("a", 3, Duration.ofSeconds(2))).isTrue();
	}

	@Test
	void knowsThePositionOfStoredTalliesAndOfEvents() {
		given(this.stored.find("a")).willReturn(Optional.of(event("a", 3, 7)));

		assertThat(this.tallies.awaitAt("a", 0, 7, SHORT)).isTrue();
		assertThat(this.tallies.awaitAt("a", 0, 8, SHORT)).isFalse();
		assertThat(this.tallies.awaitAt("a", 1, 7, SHORT)).isFalse();
		this.tallies.update(event("a", 3, 8));
		assertThat(this.tallies.awaitAt("a", 0, 8, SHORT)).isTrue();
	}

	@Test
	void queriesTheDatabaseOnceForManyReaders() throws Exception {
		CountDownLatch answers = new CountDownLatch(1);
		given(this.stored.find("a")).will((asked) -> {
			answers.await();
			return Optional.of(event("a", 3, 7));
		});

		AtomicInteger asking = new AtomicInteger();

		List<Long> seen = all(() -> {
			asking.incrementAndGet();
			return version("a");
		}, () -> {
			await().until(() -> asking.get() == 100);
			verify(this.stored, times(1)).find("a");
			answers.countDown();
		});

		assertThat(seen).hasSize(100).containsOnly(3L);
	}

	@Test
	void answersFromMemoryWhileTheDatabaseIsSlow() throws Exception {
		CountDownLatch answers = new CountDownLatch(1);
		given(this.stored.find("a")).will((asked) -> {
			answers.await();
			return Optional.of(event("a", 5, 9));
		});
		this.tallies.update(event("a", 4, 8));

		assertThat(version("a")).isEqualTo(4);
		answers.countDown();
		await().until(() -> version("a") == 5);
	}

	@Test
	void keepsWhatAQueryFound() {
		given(this.stored.find("a")).willReturn(Optional.of(event("a", 5, 9)))
			.willThrow(new MongoTimeoutException("away"));
		this.tallies.update(event("a", 4, 8));

		await().untilAsserted(() -> {
			assertThat(version("a")).isEqualTo(5);
			verify(this.stored, atLeast(2)).find("a");
		});
		assertThat(this.tallies.awaitAfter("a", 5, SHORT)).isFalse();
		assertThat(version("a")).isEqualTo(5);
	}

	/** Only the last query can find it, since it ends after the limit. */
	@Test
	void queriesOnceMoreWhenTheLimitIsOver() throws Exception {
		CountDownLatch answers = new CountDownLatch(1);
		given(this.stored.find("a")).will((asked) -> {
			answers.await();
			return Optional.of(event("a", 5, 9));
		});
		this.tallies.update(event("a", 4, 8));
		FutureTask<Boolean> waiting = new FutureTask<>(() -> this.tallies.awaitAfter("a", 4, SHORT));
		Thread.startVirtualThread(waiting);

		await().pollDelay(SHORT.multipliedBy(5)).until(() -> !waiting.isDone());
		answers.countDown();

		assertThat(waiting.get()).isTrue();
	}

	@Test
	void failsWhenTheDatabaseDoesNotAnswerAndQueriesAgain() {
		given(this.stored.find("a")).willThrow(new MongoTimeoutException("away"))
			.willReturn(Optional.of(event("a", 3, 7)));

		assertThatExceptionOfType(MongoException.class).isThrownBy(() -> this.tallies.find("a"))
			.withMessageContaining("away");
		await().ignoreExceptions().until(() -> version("a") == 3);
	}

	@Test
	void answersFromMemoryWhileTheDatabaseIsAway() {
		given(this.stored.find("a")).willThrow(new MongoTimeoutException("away"));
		this.tallies.update(event("a", 4, 8));

		assertThat(version("a")).isEqualTo(4);
		assertThat(this.tallies.awaitAfter("a", 4, SHORT)).isFalse();
	}

	/** Lets a hundred readers do something, and something happen meanwhile. */
	private static <T> List<T> all(Callable<T> reading, Runnable meanwhile) throws Exception {
		try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<T>> reads = Stream.generate(() -> readers.submit(reading)).limit(100).toList();
			meanwhile.run();
			return reads.stream().map(TalliesTests::result).toList();
		}
	}

	private static <T> T result(Future<T> read) {
		try {
			return read.get();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private long version(String article) {
		return this.tallies.find(article).orElseThrow().version();
	}

	private static TallyEvent event(String article, long version, long offset) {
		return new TallyEvent(new ArticleTally(article, 5, 1, 5.0, Map.of("5", 1L), version), 0, offset);
	}

}
