package vn.bantin.drills.scenario;

import java.time.Duration;

import vn.bantin.drills.fault.HostileProvider;

/** Answers of providers are not trusted. */
final class HostileProviders implements Scenario {

	private static final Duration FRESH_AGAIN = Duration.ofSeconds(30);

	@Override
	public String id() {
		return "F14";
	}

	@Override
	public String breaks() {
		return "the providers answer with HTML, halves, bombs, entities, redirects and wrong numbers";
	}

	@Override
	public String seen() {
		return "A reader gets the last good values, and sees that they are old; an editor and the data team notice "
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
		try (HostileProvider hostile = new HostileProvider()) {
			stage.wiring().between("widget-service", "providers").forEach((proxy) -> proxy.redirect(hostile.port()));
			values.expire();
			// At least until every answer was given.
			Stage.await(Duration.ofSeconds(45), () -> {
				values.mustBeTheSame();
				return !stage.isBefore(0.6) && hostile.served().size() == hostile.answers();
			});
			stage.remark(hostile.served().size() + " bad answers");
			if (hostile.served().size() < hostile.answers()) {
				stage.breach(
						"only %d of %d bad answers were fetched".formatted(hostile.served().size(), hostile.answers()));
			}
			if (hostile.trapped() > 0) {
				stage.breach("a provider led widget-service to another server %d times".formatted(hostile.trapped()));
			}
			if (!values.allAre("old")) {
				stage.breach("expired values are not shown as old");
			}
			values.mustBeTheSame();
			stage.wiring().between("widget-service", "providers").forEach((proxy) -> proxy.redirect(proxy.usual()));
			stage.mend();
		}
		if (!Stage.await(stage.patient(FRESH_AGAIN), () -> values.allAre("fresh"))) {
			stage.breach("values are not fresh although the providers are well again");
		}
		values.mustBeTheSame();
	}

}
