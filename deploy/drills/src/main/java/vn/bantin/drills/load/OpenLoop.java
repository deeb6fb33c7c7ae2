package vn.bantin.drills.load;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * Does something so many times a second, however long each takes. At most a few hundred
 * are under way at once; what is due meanwhile waits, and its waiting counts.
 */
final class OpenLoop implements Loop {

	private final double perSecond;

	private final Semaphore underWay;

	private final LongConsumer action;

	private volatile boolean over;

	OpenLoop(double perSecond, int mostAtOnce, LongConsumer action) {
		this.perSecond = perSecond;
		this.underWay = new Semaphore(mostAtOnce);
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
				workers.execute(() -> oneAt(due));
			}
		}
	}

	@Override
	public void end() {
		this.over = true;
	}

	private void oneAt(long due) {
		this.underWay.acquireUninterruptibly();
		try {
			if (!this.over) {
				this.action.accept(due);
			}
		}
		finally {
			this.underWay.release();
		}
	}

}
