package vn.bantin.drills.scenario;

import java.time.Duration;
import java.util.List;

/** An article and its events are one write; the relay resumes. */
final class ArticleServiceKilled implements Scenario {

	@Override
	public String id() {
		return "F01";
	}

	@Override
	public String breaks() {
		return "article-service is killed while it publishes, one of two in turn";
	}

	@Override
	public String seen() {
		return "A reader gets the article from the other instance; an editor may have to retry, and finds everything "
				+ "that was accepted; the data team sees every change once, some of them seconds late.";
	}

	@Override
	public Setup setup() {
		return Setup.TWO_OF_EACH;
	}

	@Override
	public Limits limits() {
		return Limits.atMost(0.02, Duration.ofSeconds(15), Duration.ofSeconds(30)).cachedStay();
	}

	@Override
	public void happen(Stage stage) {
		Kills.inTurn(stage, List.of("article-service", "article-service-2"), 0.12, 0.6);
	}

}
