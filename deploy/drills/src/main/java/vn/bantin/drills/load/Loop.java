package vn.bantin.drills.load;

import java.time.Duration;

/** Runs an action repeatedly. */
public sealed interface Loop permits OpenLoop, ClosedLoop {

	/**
	 * Runs until the time is over and all actions have returned.
	 * @param length how long new actions are started
	 */
	void run(Duration length);

	/** Starts no more actions. */
	void end();

}
