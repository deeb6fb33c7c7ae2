package vn.bantin.drills.scenario;

import java.time.Duration;

/** Writes go on; their events wait in the documents and are sent in order. */
final class BrokerKilled implements Scenario {

	@Override
	public String id() {
		return "F07";
	}

	@Override
	public String breaks() {
		return "Kafka is killed and stays away";
	}

	@Override
	public String seen() {
		return "A reader gets the articles as they were; an editor's changes are accepted and visible later; votes are "
				+ "accepted and counted later; the data team gets everything, in order, when Kafka is back.";
	}

	@Override
	public Limits limits() {
		return new Limits(0, 0, 0, Duration.ofSeconds(30), Duration.ofSeconds(60));
	}

	@Override
	public void happen(Stage stage) {
		Kills.once(stage, "kafka", 0.12, 0.44);
	}

}
