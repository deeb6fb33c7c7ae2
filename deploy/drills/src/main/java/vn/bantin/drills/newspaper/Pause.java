package vn.bantin.drills.newspaper;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits in the caller's thread. */
public final class Pause {

	private Pause() {
	}

	/**
	 * Sleeps.
	 * @param length for how long
	 * @throws IllegalStateException if the thread is interrupted; it stays interrupted
	 */
	public static void of(Duration length) {
		try {
			Thread.sleep(length);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting", ex);
		}
	}

	/**
	 * Polls a condition until it holds.
	 * @param limit how long at most
	 * @param interval between two looks
	 * @param condition what is waited for
	 * @return whether it holds
	 * @throws IllegalStateException if the thread is interrupted; it stays interrupted
	 */
	public static boolean until(Duration limit, Duration interval, BooleanSupplier condition) {
		long end = System.nanoTime() + limit.toNanos();
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() > end) {
				return false;
			}
			of(interval);
		}
		return true;
	}

}
