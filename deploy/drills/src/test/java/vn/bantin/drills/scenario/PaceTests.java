package vn.bantin.drills.scenario;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PaceTests {

	@Test
	void staysUsualOnAGoodMachine() {
		assertThat(Pace.of(0.7, Duration.ofMillis(2900))).isEqualTo(Pace.USUAL);
		assertThat(Pace.of(0.1, Duration.ofMillis(500))).isEqualTo(Pace.USUAL);
	}

	@Test
	void spreadsTheLoadUntilAQuarterOfTheTimeIsLeft() {
		assertThat(Pace.of(1.4, Duration.ofSeconds(3))).isEqualTo(new Pace(2, 2));
	}

	@Test
	void waitsLongerWhereStartsTakeLonger() {
		assertThat(Pace.of(0.5, Duration.ofMillis(4600))).isEqualTo(new Pace(1, 1.5));
	}

	@Test
	void separatesTheLoadFromRecovery() {
		Pace pace = new Pace(1.25, 2);
		assertThat(pace.forLoad(Duration.ofSeconds(4))).isEqualTo(Duration.ofSeconds(5));
		assertThat(pace.forRecovery(Duration.ofSeconds(4))).isEqualTo(Duration.ofSeconds(8));
	}

	@Test
	void waitsForNoMachineLongerThanThreeTimes() {
		assertThat(Pace.of(9, Duration.ofMinutes(1))).isEqualTo(new Pace(3, 3));
	}

}
