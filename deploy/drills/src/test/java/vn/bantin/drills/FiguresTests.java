package vn.bantin.drills;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import vn.bantin.drills.Figures.Asked;
import vn.bantin.drills.scenario.Limits;

import static org.assertj.core.api.Assertions.assertThat;

class FiguresTests {

	private static final Limits LIMITS = new Limits(0, 0.02, 0.05, Duration.ofSeconds(20), Duration.ofSeconds(30));

	@Test
	void areInOrderUpToTheLimits() {
		assertThat(figures(2000, new Asked(20000, 400), new Asked(15000, 0), new Asked(2100, 105), 30, 20)
			.beyond(LIMITS, true)).isEmpty();
	}

	@Test
	void nameEveryShareThatIsTooLarge() {
		assertThat(figures(2000, new Asked(20000, 401), new Asked(15000, 1), new Asked(2100, 106), 0, 0)
			.beyond(LIMITS, true)).containsExactly(
					"1 of 15000 reads of pages and articles that had been asked for before failed, at most 0.0 % may",
					"1 of 15000 reads of articles, lists and pages failed, at most 0.0 % may",
					"401 of 20000 reads failed, at most 2.0 % may", "106 of 2100 writes failed, at most 5.0 % may");
	}

	@Test
	void nameWhatTookTooLong() {
		assertThat(figures(2000, new Asked(20000, 0), new Asked(15000, 0), new Asked(2100, 0), 31, 21).beyond(LIMITS,
				true))
			.containsExactly("all was well again after 21.0 s, at most 20.0 s are in order",
					"the slowest change was seen after 31.0 s, at most 30.0 s are in order");
	}

	@Test
	void proveNothingWithTooFewRequests() {
		assertThat(
				figures(1999, new Asked(20000, 0), new Asked(15000, 0), new Asked(2100, 0), 0, 0).beyond(LIMITS, true))
			.containsExactly("only 1999 writes accepted and 20000 reads: too little happened to prove anything");
		assertThat(
				figures(2000, new Asked(19999, 0), new Asked(15000, 0), new Asked(2100, 0), 0, 0).beyond(LIMITS, true))
			.hasSize(1);
	}

	@Test
	void mustShowARecoveryInAWholeLoadOnly() {
		Figures figures = new Figures(2000, 0, 0, 0, new Asked(20000, 0), new Asked(14000, 0), 14000,
				new Asked(15000, 0), Duration.ZERO, new Asked(2000, 0), Duration.ZERO, Optional.empty());
		assertThat(figures.beyond(LIMITS, true)).containsExactly("nobody saw all well again for five seconds");
		assertThat(figures.beyond(LIMITS, false)).isEmpty();
	}

	@Test
	void haveNoErrorsWithoutRequests() {
		assertThat(new Asked(0, 0).errors()).isZero();
		assertThat(new Asked(200, 10).errors()).isEqualTo(0.05);
	}

	private static Figures figures(int accepted, Asked reads, Asked news, Asked writes, int staleSeconds,
			int recoverySeconds) {
		return new Figures(accepted, 0, 0, 0, reads, news, 0, news, Duration.ZERO, writes,
				Duration.ofSeconds(staleSeconds), Optional.of(Duration.ofSeconds(recoverySeconds)));
	}

}
