package vn.bantin.drills.load;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * Starts the action at a fixed rate, however long each takes. When too many are in
 * flight, the next ones wait, and their waiting counts.
 */
public final class OpenLoop implements Loop {

	private final double perSecond;

	private final Semaphore free;

	private final LongConsumer action;

	private volatile boolean over;

	/**
	 * Plans the loop.
	 * @param perSecond the rate
	 * @param mostInFlight how many actions run at once at most
	 * @param action receives the time when it was due, by {@link System#nanoTime()}
	 */
	public OpenLoop(double perSecond, int mostInFlight, LongConsumer action) {
		this.perSecond = perSecond;
		this.free = new Semaphore(mostInFlight);
		this.action = action;
	}

	@Override
	public void run(Duration length) {
		long begin = System.nanoTime();
		long period = (long) (1e9 / this.perSecond);
		long total = (long) (this.perSecond * length.toMillis() / 1000.0);
		try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
			for (long i = 0; i < total && !this.over; i++) {
				long due = begin + i * period;
				while (System.nanoTime() < due) {
					LockSupport.parkNanos(due - System.nanoTime());
				}
				workers.execute(() -> run(due));
			}
		}
	}

	@Override
	public void end() {
		this.over = true;
	}

	private void run(long due) {
		this.free.acquireUninterruptibly();
		try {
			if (!this.over) {
				this.action.accept(due);
			}
		}
		finally {
			this.free.release();
		}
	}

}
