package vn.bantin.benchmark.server;

import java.time.Duration;

/** Waiting for others. */
public final class Pause {

	private Pause() {
	}

	/**
	 * Does nothing for a while.
	 * @param duration for how long
	 */
	public static void of(Duration duration) {
		try {
			Thread.sleep(duration);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting", ex);
		}
	}

}
