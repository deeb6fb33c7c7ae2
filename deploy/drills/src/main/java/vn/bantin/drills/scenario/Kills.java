package vn.bantin.drills.scenario;

import java.time.Duration;
import java.util.List;

import vn.bantin.drills.newspaper.Pause;

/** Kills, stops and restarts parts. */
final class Kills {

	private static final Duration REST = Duration.ofSeconds(5);

	/** As the fault matrix has it. */
	private static final int FEWEST = 5;

	private Kills() {
	}

	/** Kills parts in turn, each a few seconds after the last one was ready again. */
	static void inTurn(Stage stage, List<String> parts, double from, double until) {
		stage.await(from);
		int kills = 0;
		while (kills < stage.atLeast(FEWEST) || stage.isBefore(until)) {
			String part = parts.get(kills % parts.size());
			stage.platform().kill(part);
			kills++;
			stage.platform().launch(part);
			stage.mend();
			stage.awaitReady(part);
			Pause.of(REST);
		}
		stage.remark(kills + " kills");
	}

	/** Kills a part and starts it again later, both at a share of the load. */
	static void once(Stage stage, String part, double from, double until) {
		stage.await(from);
		stage.platform().kill(part);
		stage.await(until);
		stage.platform().launch(part);
		stage.mend();
		stage.awaitReady(part);
	}

	/** Suspends parts and resumes them later, both at a share of the load. */
	static void pause(Stage stage, List<String> parts, double from, double until) {
		stage.await(from);
		parts.forEach((part) -> stage.platform().process(part).pause());
		try {
			stage.await(until);
		}
		finally {
			parts.forEach((part) -> stage.platform().process(part).resume());
			stage.mend();
		}
	}

}
