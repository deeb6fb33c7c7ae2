package vn.bantin.drills.load;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class ClosedLoopTests {

	private static final Duration LENGTH = Duration.ofMillis(300);

	@Test
	void runsAllWorkersAtOnceAndNoMore() {
		AtomicInteger now = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		AtomicReference<ClosedLoop> loop = new AtomicReference<>();
		loop.set(new ClosedLoop(3, (due) -> {
			most.accumulateAndGet(now.incrementAndGet(), Math::max);
			await().until(() -> most.get() >= 3);
			now.decrementAndGet();
			loop.get().end();
		}));
		loop.get().run(Duration.ofDays(1));
		assertThat(most).hasValue(3);
	}

	@Test
	void repeatsTheActionUntilTheTimeIsOver() {
		AtomicInteger done = new AtomicInteger();
		AtomicLong last = new AtomicLong();
		long begin = System.nanoTime();
		new ClosedLoop(1, (due) -> {
			done.incrementAndGet();
			last.set(due);
		}).run(LENGTH);
		assertThat(done).hasValueGreaterThan(1);
		assertThat(last.get() - begin).isGreaterThan(0);
		assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(LENGTH.toNanos());
	}

	@Test
	void endsEarlyWhenTold() {
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
