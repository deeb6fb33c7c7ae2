package vn.bantin.drills.scenario;

import java.time.Duration;

/** Reads are answered from the indexes; writes are refused at once. */
final class DatabaseKilled implements Scenario {

	@Override
	public String id() {
		return "F09";
	}

	@Override
	public String breaks() {
		return "MongoDB is killed and stays away";
	}

	@Override
	public String seen() {
		return "A reader gets every article, without stars; an editor and a voter are asked to retry; the data team "
				+ "sees a pause.";
	}

	@Override
	public Limits limits() {
		return Limits.newsStay(Duration.ofSeconds(15), Duration.ofSeconds(45));
	}

	@Override
	public void happen(Stage stage) {
		Kills.once(stage, "mongodb", 0.12, 0.44);
	}

}
