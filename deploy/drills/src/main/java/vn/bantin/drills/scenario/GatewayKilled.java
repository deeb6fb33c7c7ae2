package vn.bantin.drills.scenario;

import java.time.Duration;
import java.util.List;

/** The second gateway serves; neither has state that matters. */
final class GatewayKilled implements Scenario {

	@Override
	public String id() {
		return "F04";
	}

	@Override
	public String breaks() {
		return "a gateway is killed, one of two in turn";
	}

	@Override
	public String seen() {
		return "A reader or an editor whose request was in flight has to retry; everybody else is served by the other "
				+ "gateway; the data team notices nothing.";
	}

	@Override
	public Setup setup() {
		return Setup.TWO_OF_EACH;
	}

	@Override
	public Limits limits() {
		return Limits.atMost(0.02, Duration.ofSeconds(15), Duration.ofSeconds(15));
	}

	@Override
	public void happen(Stage stage) {
		Kills.inTurn(stage, List.of("gateway", "gateway-2"), 0.12, 0.6);
	}

}
