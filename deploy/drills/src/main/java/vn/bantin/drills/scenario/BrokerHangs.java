package vn.bantin.drills.scenario;

import java.time.Duration;
import java.util.List;

/** Worse than away: connections are open and nobody answers. */
final class BrokerHangs implements Scenario {

	@Override
	public String id() {
		return "F08";
	}

	@Override
	public String breaks() {
		return "Kafka hangs with its connections open";
	}

	@Override
	public String seen() {
		return "A reader gets the articles as they were; an editor's changes and votes are accepted; the data team gets "
				+ "everything later.";
	}

	@Override
	public Limits limits() {
		return new Limits(0, 0, 0, Duration.ofSeconds(30), Duration.ofSeconds(60));
	}

	@Override
	public void happen(Stage stage) {
		Kills.pause(stage, List.of("kafka"), 0.12, 0.44);
	}

}
