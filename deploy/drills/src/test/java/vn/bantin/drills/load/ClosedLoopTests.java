package vn.bantin.drills.load;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class ClosedLoopTests {

	private static final Duration LENGTH = Duration.ofMillis(300);

	@Test
	void hasAllAtItAtOnceAndNoMore() {
		AtomicInteger now = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		CountDownLatch allAtIt = new CountDownLatch(3);
		new ClosedLoop(3, (due) -> {
			most.accumulateAndGet(now.incrementAndGet(), Math::max);
			allAtIt.countDown();
			try {
				allAtIt.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			now.decrementAndGet();
		}).run(LENGTH);
		assertThat(most).hasValue(3);
	}

	@Test
	void doesItAgainUntilTheTimeIsOver() {
		Queue<Long> dues = new ConcurrentLinkedQueue<>();
		long begin = System.nanoTime();
		new ClosedLoop(1, dues::add).run(LENGTH);
		assertThat(dues).hasSizeGreaterThan(1)
			.allSatisfy((due) -> assertThat(due - begin).isBetween(0L, System.nanoTime() - begin));
		assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(LENGTH.toNanos());
	}

	@Test
	void endsWhenItIsGivenUp() {
		AtomicInteger done = new AtomicInteger();
		AtomicReference<ClosedLoop> loop = new AtomicReference<>();
		loop.set(new ClosedLoop(1, (due) -> {
			done.incrementAndGet();
			loop.get().end();
		}));
		loop.get().run(Duration.ofDays(1));
		assertThat(done).hasValue(1);
	}

}
