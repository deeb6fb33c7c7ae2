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
			this.caughtUp |= !this.ends.isEmpty()
					&& this.ends.entrySet().stream().allMatch((end) -> next(end.getKey()) >= end.getValue());
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
	 * Up to where the topics are known.
	 * @return the next offset of each partition after all events that were there when
	 * reading started and all that can be seen; empty before the first start
	 */
	public Map<TopicPartition, Long> known() {
		this.lock.lock();
		try {
			Map<TopicPartition, Long> known = new HashMap<>(this.ends);
			this.next.forEach((partition, position) -> known.merge(partition, position, Math::max));
			return known;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * How much is missing.
	 * @param ends the next offset of each partition, as Kafka says it
	 * @return how many records of them cannot be seen yet, markers of transactions
	 * included
	 */
	public long countMissing(Map<TopicPartition, Long> ends) {
		this.lock.lock();
		try {
			return ends.entrySet().stream().mapToLong((end) -> Math.max(0, end.getValue() - next(end.getKey()))).sum();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Waits until events can be seen. An offset may also be that of a marker of a
	 * transaction.
	 * @param events the offset of the newest one in each partition
	 * @param limit how long to wait at most
	 * @return false when one of them could not be seen in time
	 */
	public boolean awaitPassed(Map<TopicPartition, Long> events, Duration limit) {
		long left = limit.toNanos();
		this.lock.lock();
		try {
			while (!events.entrySet().stream().allMatch((event) -> next(event.getKey()) > event.getValue())) {
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

	private long next(TopicPartition partition) {
		return this.next.getOrDefault(partition, 0L);
	}

}
