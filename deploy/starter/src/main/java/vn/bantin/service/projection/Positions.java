package vn.bantin.service.projection;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.apache.kafka.common.TopicPartition;

/** How far readers of this instance see the topics. */
public final class Positions {

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition moved = this.lock.newCondition();

	private final Map<TopicPartition, Long> next = new HashMap<>();

	private Map<TopicPartition, Long> ends = Map.of();

	private boolean caughtUp;

	/**
	 * Says what there is to catch up with.
	 * @param ends the next offset of each partition when reading starts
	 */
	void expect(Map<TopicPartition, Long> ends) {
		this.lock.lock();
		try {
			this.ends = Map.copyOf(ends);
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Forgets everything, because the view does. */
	void withdraw() {
		this.lock.lock();
		try {
			this.next.clear();
			this.ends = Map.of();
			this.caughtUp = false;
		}
		finally {
			this.lock.unlock();
		}
	}

	void moveTo(Map<TopicPartition, Long> positions) {
		this.lock.lock();
		try {
			this.next.putAll(positions);
			this.caughtUp |= !this.ends.isEmpty() && this.ends.entrySet()
				.stream()
				.allMatch((end) -> this.next.getOrDefault(end.getKey(), 0L) >= end.getValue());
			this.moved.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** While Kafka is away nobody knows anything newer. */
	void assumeCaughtUp() {
		this.lock.lock();
		try {
			this.caughtUp = true;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Whether everything can be seen that was in the topics at the start.
	 * @return true from then on, until the topics turn out to be others
	 */
	public boolean isCaughtUp() {
		this.lock.lock();
		try {
			return this.caughtUp;
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
	public boolean awaitPassed(TopicPartition partition, long offset, Duration limit) {
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
