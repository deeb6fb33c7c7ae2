package vn.bantin.drills.scenario;

import java.time.Duration;

import vn.bantin.drills.fault.Fault;
import vn.bantin.drills.past.Watch;

/**
 * First an article-service and then a gateway, one of two each, hear nothing of the
 * topics for a while. Nobody may see a state after a newer one.
 */
final class ReaderSeesThePast implements Scenario {

	/** An update is soft for so long. */
	private static final Duration GRACE = Duration.ofSeconds(1);

	private static final int EXAMPLES = 5;

	@Override
	public String id() {
		return "F37";
	}

	@Override
	public String breaks() {
		return "a reader sees the past: an article-service and then a gateway, one of two, no longer hear of changes";
	}

	@Override
	public String seen() {
		return "A reader never gets an article as it was before, nor one that was retracted; an editor and the data team "
				+ "wait until the events of one article-service come through.";
	}

	@Override
	public Setup setup() {
		return Setup.TWO_OF_EACH;
	}

	@Override
	public Limits limits() {
		return new Limits(0.001, 1, 1, Duration.ofSeconds(25), Duration.ofSeconds(60));
	}

	@Override
	public void happen(Stage stage) {
		stage.await(0.1);
		try (Watch watch = new Watch(stage.site().each(), stage.login(), stage.platform().kafkaBrokers(),
				stage.patient(GRACE), stage.random().nextLong())) {
			holdBack(stage, "article-service-2", 0.2, 0.4);
			stage.await(0.5);
			watch.excuse("gateway-2");
			holdBack(stage, "gateway-2", 0.5, 0.7);
			stage.mend();
			stage.await(0.8);
			watch.close();
			stage.remark(watch.summary());
			watch.wrong().stream().limit(EXAMPLES).forEach(stage::breach);
			if (watch.wrong().size() > EXAMPLES) {
				stage.breach("and %d more answers of the past".formatted(watch.wrong().size() - EXAMPLES));
			}
		}
	}

	private static void holdBack(Stage stage, String part, double from, double until) {
		stage.await(from);
		stage.wiring().between(part, "kafka").forEach((proxy) -> proxy.set(new Fault.BlackHole()));
		stage.await(until);
		stage.wiring().between(part, "kafka").forEach((proxy) -> proxy.set(Fault.NONE));
	}

}
