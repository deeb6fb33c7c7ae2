package vn.bantin.drills.scenario;

import java.time.Duration;
import java.util.List;

import vn.bantin.drills.fault.Fault;

/** The services run, but open connections no longer reach them. */
final class HalfOpenConnections implements Scenario {

	@Override
	public String id() {
		return "F22";
	}

	@Override
	public String breaks() {
		return "all open connections between gateway and services go dead without a word";
	}

	@Override
	public String seen() {
		return "A few readers wait for seconds; an editor may have to retry; the data team notices nothing.";
	}

	@Override
	public Limits limits() {
		return new Limits(0.001, 0.001, 0.03, Duration.ofSeconds(15), Duration.ofSeconds(20));
	}

	@Override
	public void happen(Stage stage) {
		stage.await(0.2);
		for (String service : List.of("article-service", "rating-service", "widget-service")) {
			stage.wiring().between("gateway", service).forEach((proxy) -> proxy.set(new Fault.HalfOpen()));
		}
		stage.await(0.6);
		stage.mend();
	}

}
