package vn.bantin.drills.fault;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** The present fault of a proxy; its connections wait here until it changes. */
final class FaultSwitch {

	private final Lock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private volatile Fault fault = Fault.NONE;

	Fault fault() {
		return this.fault;
	}

	/**
	 * Changes the fault.
	 * @param fault from now on
	 * @param effect on open connections; nothing that was held passes before it is done
	 */
	void set(Fault fault, Runnable effect) {
		this.lock.lock();
		try {
			this.fault = fault;
			effect.run();
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Lets all that wait look again whether they still have to. */
	void wake() {
		this.lock.lock();
		try {
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Waits, but no longer than the fault matches and the connection is open. The lock
	 * keeps it from seeing a fault that is just being set.
	 */
	void await(Predicate<Fault> matching, BooleanSupplier open, Duration limit) {
		this.lock.lock();
		try {
			long left = limit.toNanos();
			while (left > 0 && matching.test(this.fault) && open.getAsBoolean()) {
				left = this.changed.awaitNanos(left);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			this.lock.unlock();
		}
	}

}
