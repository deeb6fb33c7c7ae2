package vn.bantin.drills.load;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;

/**
 * So many who do something again as soon as it is done: as fast as it goes, and never
 * more than so many at once.
 */
final class ClosedLoop implements Loop {

	private final int hands;

	private final LongConsumer action;

	private volatile boolean over;

	ClosedLoop(int hands, LongConsumer action) {
		this.hands = hands;
		this.action = action;
	}

	@Override
	public void run(Duration length) {
		long end = System.nanoTime() + length.toNanos();
		try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int i = 0; i < this.hands; i++) {
				workers.execute(() -> repeat(end));
			}
		}
	}

	private void repeat(long end) {
		long now = System.nanoTime();
		while (!this.over && now < end) {
			this.action.accept(now);
			now = System.nanoTime();
		}
	}

	@Override
	public void end() {
		this.over = true;
	}

}
