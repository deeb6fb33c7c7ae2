package vn.bantin.drills.load;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;

/**
 * A fixed number of workers, each of which repeats the action as soon as it has returned.
 */
public final class ClosedLoop implements Loop {

	private final int workers;

	private final LongConsumer action;

	private volatile boolean over;

	/**
	 * Plans the loop.
	 * @param workers how many
	 * @param action receives the time when it starts, by {@link System#nanoTime()}
	 */
	public ClosedLoop(int workers, LongConsumer action) {
		this.workers = workers;
		this.action = action;
	}

	@Override
	public void run(Duration length) {
		long end = System.nanoTime() + length.toNanos();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int i = 0; i < this.workers; i++) {
				threads.execute(() -> repeat(end));
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
