package vn.bantin.drills.load;

import java.time.Duration;

/** Does something again and again. */
sealed interface Loop permits OpenLoop, ClosedLoop {

	/**
	 * Runs until the time is over and everything that was begun is done.
	 * @param length how long something new is begun
	 */
	void run(Duration length);

	/** Begins nothing more. */
	void end();

}
