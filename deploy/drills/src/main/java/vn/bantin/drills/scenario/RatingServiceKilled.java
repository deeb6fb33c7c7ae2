package vn.bantin.drills.scenario;

import java.time.Duration;
import java.util.List;

/** An accepted vote is stored; the tally is a fold that resumes where it was. */
final class RatingServiceKilled implements Scenario {

	private static final Duration RECOVERY = Duration.ofSeconds(25);

	@Override
	public String id() {
		return "F02";
	}

	@Override
	public String fault() {
		return "rating-service is killed again and again";
	}

	@Override
	public String seen() {
		return "A reader gets the article without its stars, and may have to click once more; an editor notices nothing; "
				+ "the data team sees every vote once.";
	}

	@Override
	public Limits limits() {
		// Killed again and again for a third of 95 s: a vote may have to wait for its
		// end, then for a session of the tally's group, 10 s, and for a start.
		return Limits.newsStay(RECOVERY, Duration.ofSeconds(31).plus(RECOVERY));
	}

	@Override
	public void happen(Stage stage) throws InterruptedException {
		Kills.inTurn(stage, List.of("rating-service"), 0.12, 0.45);
	}

}
