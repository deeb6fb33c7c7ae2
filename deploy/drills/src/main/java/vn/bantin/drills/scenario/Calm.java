package vn.bantin.drills.scenario;

import java.time.Duration;

/** The baseline for all others. */
final class Calm implements Scenario {

	@Override
	public String id() {
		return "F00";
	}

	@Override
	public String breaks() {
		return "nothing breaks";
	}

	@Override
	public String seen() {
		return "A reader, an editor and the data team get what they ask for; a change is visible within a second, and so "
				+ "is a vote.";
	}

	@Override
	public Limits limits() {
		return new Limits(0, 0, 0, Duration.ofSeconds(10), Duration.ofSeconds(1));
	}

	@Override
	public void happen(Stage stage) {
		// The JVMs have only just started.
		stage.await(0.3);
		stage.mend();
	}

}
