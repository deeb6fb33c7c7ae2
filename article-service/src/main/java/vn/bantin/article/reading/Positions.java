package vn.bantin.article.reading;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How far readers of this instance see the topic. */
public final class Positions {

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition moved = this.lock.newCondition();

	private final Map<Integer, Long> next = new HashMap<>();

	void moveTo(Map<Integer, Long> positions) {
		this.lock.lock();
		try {
			this.next.putAll(positions);
			this.moved.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Waits until an event can be seen.
	 * @param partition its partition
	 * @param offset its offset
	 * @param limit how long to wait at most
	 * @return false when it could not be seen in time
	 */
	public boolean awaitPassed(int partition, long offset, Duration limit) {
		long left = limit.toNanos();
		this.lock.lock();
		try {
			while (this.next.getOrDefault(partition, 0L) <= offset) {
				if (left <= 0) {
					return false;
				}
				left = this.moved.awaitNanos(left);
			}
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		finally {
			this.lock.unlock();
		}
	}

}
