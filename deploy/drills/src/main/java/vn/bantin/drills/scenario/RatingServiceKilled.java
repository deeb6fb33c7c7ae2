package vn.bantin.drills.scenario;

import java.time.Duration;
import java.util.List;

/** An accepted vote is stored; the tally resumes where it was. */
final class RatingServiceKilled implements Scenario {

	@Override
	public String id() {
		return "F02";
	}

	@Override
	public String breaks() {
		return "rating-service is killed again and again";
	}

	@Override
	public String seen() {
		return "A reader gets the article without its stars, and may have to click again; an editor notices nothing; "
				+ "the data team sees every vote once.";
	}

	@Override
	public Limits limits() {
		return Limits.newsStay(Duration.ofSeconds(25), Duration.ofSeconds(20));
	}

	@Override
	public void happen(Stage stage) {
		Kills.inTurn(stage, List.of("rating-service"), 0.12, 0.45);
	}

}
