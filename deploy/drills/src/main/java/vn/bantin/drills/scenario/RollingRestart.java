package vn.bantin.drills.scenario;

import java.time.Duration;
import java.util.List;

import vn.bantin.drills.newspaper.Pause;

/** Promise 7: a rolling restart fails no request. */
final class RollingRestart implements Scenario {

	private static final Duration DRAIN = Duration.ofSeconds(25);

	/**
	 * Until the gateways give the restarted instance almost its full share; otherwise
	 * cold instances would have to stand in for the next one.
	 */
	private static final Duration REST = Duration.ofSeconds(15);

	private static final List<String> PARTS = List.of("article-service", "rating-service", "gateway", "widget-service",
			"article-service-2", "rating-service-2", "gateway-2", "widget-service-2");

	@Override
	public String id() {
		return "F05";
	}

	@Override
	public String breaks() {
		return "every instance is restarted with TERM, one after the other";
	}

	@Override
	public String seen() {
		return "A reader, an editor and the data team notice nothing.";
	}

	@Override
	public Setup setup() {
		return Setup.TWO_OF_EACH;
	}

	/** Room for eight starts, with ten processes on two cores. */
	@Override
	public double spread() {
		return 2 * setup().spread();
	}

	@Override
	public Limits limits() {
		return new Limits(0, 0, 0, Duration.ofSeconds(15), Duration.ofSeconds(20));
	}

	@Override
	public void happen(Stage stage) {
		stage.await(0.05);
		int restarted = 0;
		for (String part : PARTS) {
			if (restarted > 0) {
				Pause.of(REST);
			}
			if (!stage.isLoadBefore(0.85)) {
				break;
			}
			stage.platform().process(part).stop(DRAIN);
			stage.start(part);
			restarted++;
		}
		stage.mend();
		stage.remark(restarted + " of " + PARTS.size() + " restarted");
		if (restarted < stage.atLeast(PARTS.size())) {
			stage.breach("the load was over before every instance was restarted");
		}
	}

}
