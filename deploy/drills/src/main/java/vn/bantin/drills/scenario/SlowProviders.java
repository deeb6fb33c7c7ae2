package vn.bantin.drills.scenario;

import java.time.Duration;

import vn.bantin.drills.fault.Fault;
import vn.bantin.drills.newspaper.Pause;

/** No request waits for an outside provider. */
final class SlowProviders implements Scenario {

	private static final Duration OLD = Duration.ofSeconds(10);

	private static final Duration FRESH_AGAIN = Duration.ofSeconds(30);

	@Override
	public String id() {
		return "F13";
	}

	@Override
	public String breaks() {
		return "the providers of weather and rates accept and never answer, when all values have grown old";
	}

	@Override
	public String seen() {
		return "A reader gets the values as they were, and sees that they are old; an editor and the data team notice "
				+ "nothing.";
	}

	@Override
	public Limits limits() {
		return new Limits(0, 0, 0, Duration.ofSeconds(15), Duration.ofSeconds(5));
	}

	@Override
	public void happen(Stage stage) {
		OldValues values = new OldValues(stage);
		stage.await(0.12);
		stage.wiring().between("widget-service", "providers").forEach((proxy) -> proxy.set(new Fault.BlackHole()));
		values.expire();
		if (!Stage.await(stage.patient(OLD), () -> values.allAre("old"))) {
			stage.breach("expired values are not shown as old");
		}
		while (stage.isBefore(0.6)) {
			values.mustBeTheSame();
			if (!values.allAre("old")) {
				stage.breach("an old value is shown as something else");
			}
			Pause.of(Duration.ofSeconds(1));
		}
		stage.mend();
		if (!Stage.await(stage.patient(FRESH_AGAIN), () -> values.allAre("fresh"))) {
			stage.breach("values are not fresh although the providers are back");
		}
	}

}
