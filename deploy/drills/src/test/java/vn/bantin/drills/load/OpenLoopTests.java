package vn.bantin.drills.load;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import vn.bantin.drills.newspaper.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class OpenLoopTests {

	private static final Duration LENGTH = Duration.ofMillis(500);

	private final Queue<Long> dues = new ConcurrentLinkedQueue<>();

	@Test
	void runsEveryActionThatWasDue() {
		new OpenLoop(200, 600, this.dues::add).run(LENGTH);
		assertThat(this.dues).hasSize(100);
	}

	@Test
	void spacesActionsEvenly() {
		new OpenLoop(200, 600, this.dues::add).run(LENGTH);
		List<Long> sorted = this.dues.stream().sorted().toList();
		assertThat(IntStream.range(1, 100).mapToObj((i) -> sorted.get(i) - sorted.get(i - 1)))
			.containsOnly(Duration.ofMillis(5).toNanos());
	}

	@Test
	void runsNothingBeforeItIsDue() {
		Queue<Long> early = new ConcurrentLinkedQueue<>();
		new OpenLoop(200, 600, (due) -> {
			if (System.nanoTime() < due) {
				early.add(due);
			}
		}).run(LENGTH);
		assertThat(early).isEmpty();
	}

	@Test
	void startsTheNextHoweverLongTheOthersTake() {
		CountDownLatch allUnderWay = new CountDownLatch(100);
		new OpenLoop(200, 100, (due) -> {
			allUnderWay.countDown();
			await().until(() -> allUnderWay.getCount() == 0);
			this.dues.add(due);
		}).run(LENGTH);
		assertThat(this.dues).hasSize(100);
	}

	@Test
	void limitsActionsInFlight() {
		AtomicInteger now = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		long allDue = System.nanoTime() + LENGTH.toNanos();
		new OpenLoop(200, 3, (due) -> {
			most.accumulateAndGet(now.incrementAndGet(), Math::max);
			await().until(() -> System.nanoTime() >= allDue);
			this.dues.add(due);
			now.decrementAndGet();
		}).run(LENGTH);
		assertThat(this.dues).hasSize(100);
		assertThat(most).hasValue(3);
	}

	@Test
	void countsAStallForEveryActionThatWaited() {
		Samples samples = new Samples();
		AtomicBoolean stalls = new AtomicBoolean(true);
		new OpenLoop(100, 1, (due) -> {
			if (stalls.getAndSet(false)) {
				long end = due + LENGTH.toNanos();
				await().until(() -> System.nanoTime() >= end);
			}
			samples.add(Kind.ARTICLE, due, new Answer(0), true);
		}).run(LENGTH);
		assertThat(samples.count(Kind::isRead)).isEqualTo(50);
		// The stall lasts until all are due, so half of them waited for half of it.
		assertThat(samples.percentile(Kind::isRead, 0.5)).isGreaterThanOrEqualTo(LENGTH.dividedBy(3));
		assertThat(samples.percentile(Kind::isRead, 1)).isGreaterThanOrEqualTo(LENGTH);
	}

	@Test
	void endsEarlyWhenTold() {
		AtomicReference<OpenLoop> loop = new AtomicReference<>();
		loop.set(new OpenLoop(200, 1, (due) -> {
			this.dues.add(due);
			loop.get().end();
		}));
		loop.get().run(Duration.ofDays(1));
		assertThat(this.dues).hasSize(1);
	}

	@Test
	void goesOnWhenOneFails() {
		Queue<Thread> failed = new ConcurrentLinkedQueue<>();
		new OpenLoop(100, 1, (due) -> {
			this.dues.add(due);
			if (failed.isEmpty()) {
				failed.add(Thread.currentThread());
				Thread.currentThread().setUncaughtExceptionHandler((thread, ex) -> failed.add(thread));
				throw new IllegalStateException("planted");
			}
		}).run(LENGTH);
		assertThat(this.dues).hasSize(50);
	}

}
