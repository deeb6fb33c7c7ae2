package vn.bantin.benchmark.measure;

import java.time.Duration;

import vn.bantin.drills.newspaper.Pause;

/** Waits until processes have nothing left to do. */
public final class Idle {

	private static final Duration INTERVAL = Duration.ofSeconds(1);

	/** Below this share of one core nothing is being worked on. */
	private static final double QUIET = 0.3;

	/** On a slow machine idling costs more, but never much more for some seconds. */
	private static final double STEADY = 2 * QUIET;

	private static final int STEADY_LOOKS = 3;

	private static final int MOST_LOOKS = 60;

	private Idle() {
	}

	/**
	 * Waits, a minute at most.
	 * @param processes that should become idle
	 * @return whether they did
	 */
	public static boolean await(ProcessGroup processes) {
		int steady = 0;
		for (int look = 0; look < MOST_LOOKS; look++) {
			double before = processes.cpuMillis();
			Pause.of(INTERVAL);
			double share = (processes.cpuMillis() - before) / INTERVAL.toMillis();
			steady = (share < STEADY) ? steady + 1 : 0;
			if (share < QUIET || steady == STEADY_LOOKS) {
				return true;
			}
		}
		return false;
	}

}
