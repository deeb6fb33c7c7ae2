package vn.bantin.drills.scenario;

import java.time.Duration;
import java.util.List;

/** Kills parts in turn, each as soon as the one before is back. */
final class Kills {

	private static final Duration BREATH = Duration.ofSeconds(5);

	/** As the fault matrix has it. */
	private static final int FEWEST = 5;

	private Kills() {
	}

	static void inTurn(Stage stage, List<String> parts, double from, double until) throws InterruptedException {
		stage.await(from);
		int kills = 0;
		while (kills < stage.atLeast(FEWEST) || stage.isBefore(until)) {
			String part = parts.get(kills % parts.size());
			stage.platform().kill(part);
			kills++;
			stage.platform().launch(part);
			stage.mend();
			stage.awaitReady(part);
			Stage.pause(BREATH);
		}
		stage.remark(kills + " kills");
	}

	/** Kills a part, leaves it away until a moment of the load, and starts it again. */
	static void once(Stage stage, String part, double from, double until) throws InterruptedException {
		stage.await(from);
		stage.platform().kill(part);
		stage.await(until);
		stage.platform().launch(part);
		stage.mend();
		stage.awaitReady(part);
	}

	/** Stops parts in the middle of whatever they do, and lets them go on later. */
	static void pause(Stage stage, List<String> parts, double from, double until) throws InterruptedException {
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
