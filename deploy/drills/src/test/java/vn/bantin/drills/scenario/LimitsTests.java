package vn.bantin.drills.scenario;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LimitsTests {

	private static final Limits USUAL = new Limits(0.01, 0.02, 0.03, Duration.ofSeconds(20), Duration.ofSeconds(30));

	@Test
	void grantsASlowerMachineMoreTimeAndNoMoreErrors() {
		assertThat(USUAL.on(new Pace(1, 2.25)))
			.isEqualTo(new Limits(0.01, 0.02, 0.03, Duration.ofSeconds(45), Duration.ofMillis(67500)));
	}

	@Test
	void grantsTimeToFoldFiveThousandEventsASecond() {
		assertThat(USUAL.after(12_500))
			.isEqualTo(new Limits(0.01, 0.02, 0.03, Duration.ofMillis(22500), Duration.ofMillis(32500)));
	}

	@Test
	void staysTheSameOnAGoodMachine() {
		assertThat(USUAL.after(0).on(Pace.USUAL)).isEqualTo(USUAL);
	}

}
