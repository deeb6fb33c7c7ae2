package vn.bantin.drills.scenario;

import java.time.Duration;
import java.util.List;

/** An owner of shards is suspended and replaced; resumed, it must not write. */
final class Zombie implements Scenario {

	@Override
	public String id() {
		return "F06";
	}

	@Override
	public String breaks() {
		return "one article-service and one rating-service of two are suspended for a while and resumed";
	}

	@Override
	public String seen() {
		return "Some readers wait for seconds until they are served by the other instance; an editor may have to "
				+ "retry; the data team never sees an older state after a newer one.";
	}

	@Override
	public Setup setup() {
		return Setup.TWO_OF_EACH;
	}

	@Override
	public Limits limits() {
		return Limits.onlyRecovery(Duration.ofSeconds(20), Duration.ofSeconds(50));
	}

	@Override
	public void happen(Stage stage) {
		Kills.pause(stage, List.of("article-service", "rating-service"), 0.15, 0.36);
	}

}
