package vn.bantin.drills.scenario;

import java.time.Duration;

import vn.bantin.drills.fault.Fault;

/** The database accepts connections and is silent. */
final class DatabaseHangs implements Scenario {

	@Override
	public String id() {
		return "F11";
	}

	@Override
	public String breaks() {
		return "MongoDB accepts connections and is silent";
	}

	@Override
	public String seen() {
		return "A reader gets every article, without stars; an editor and a voter wait three seconds at most and are asked "
				+ "to retry; the data team sees a pause.";
	}

	@Override
	public Limits limits() {
		return Limits.newsStay(Duration.ofSeconds(15), Duration.ofSeconds(45));
	}

	@Override
	public void happen(Stage stage) {
		stage.await(0.12);
		stage.wiring().between("", "mongodb").forEach((proxy) -> proxy.set(new Fault.BlackHole()));
		stage.await(0.44);
		stage.mend();
	}

}
