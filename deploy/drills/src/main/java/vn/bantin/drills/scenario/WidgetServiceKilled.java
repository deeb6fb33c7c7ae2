package vn.bantin.drills.scenario;

import java.time.Duration;

/** The page leaves out what is missing. */
final class WidgetServiceKilled implements Scenario {

	@Override
	public String id() {
		return "F03";
	}

	@Override
	public String breaks() {
		return "widget-service is killed and stays away";
	}

	@Override
	public String seen() {
		return "A reader gets the article without weather and rates for half a minute; an editor and the data team notice "
				+ "nothing.";
	}

	@Override
	public Limits limits() {
		return new Limits(0, 1, 0, Duration.ofSeconds(15), Duration.ofSeconds(5));
	}

	@Override
	public void happen(Stage stage) {
		Kills.once(stage, "widget-service", 0.12, 0.62);
	}

}
