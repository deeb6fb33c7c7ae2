package vn.bantin.drills.scenario;

import java.time.Duration;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import vn.bantin.drills.load.LoadPlan;

import static org.assertj.core.api.Assertions.assertThat;

class ScenariosTests {

	@Test
	void coversTheFaultMatrix() {
		assertThat(Scenarios.all()).extracting(Scenario::id)
			.doesNotHaveDuplicates()
			.contains("F01", "F02", "F03", "F04", "F05", "F06", "F07", "F08", "F09", "F11", "F12", "F13", "F14", "F16",
					"F17", "F21", "F22", "F33", "F34", "F37");
	}

	@Test
	void startsEachSetupOnce() {
		assertThat(Scenarios.all().stream().map(Scenario::setup).toList()).isSorted();
	}

	@ParameterizedTest
	@MethodSource("vn.bantin.drills.scenario.Scenarios#all")
	void saysWhatPeopleNotice(Scenario scenario) {
		assertThat(scenario.breaks()).isNotBlank();
		assertThat(scenario.seen().toLowerCase(Locale.ROOT)).contains("reader", "editor", "data team").endsWith(".");
	}

	@ParameterizedTest
	@MethodSource("vn.bantin.drills.scenario.Scenarios#all")
	void asksForEnoughInTime(Scenario scenario) {
		LoadPlan plan = LoadPlan.WHOLE.spread(scenario.setup().spread());
		assertThat(plan.isWhole()).isTrue();
		assertThat(plan.length()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(150));
		assertThat(LoadPlan.WHOLE.spread(scenario.spread()).isWhole()).isTrue();
		assertThat(scenario.spread() / scenario.setup().spread()).isEqualTo(switch (scenario.id()) {
			case "F05" -> 2.0;
			case "F33" -> 1.5;
			default -> 1.0;
		});
	}

}
