package vn.bantin.drills;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import vn.bantin.drills.load.LoadPlan;
import vn.bantin.drills.scenario.Scenario;
import vn.bantin.drills.scenario.Scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WishTests {

	private static final Path DATA = Path.of("data");

	@Test
	void asksForEverythingWhenNothingIsSaid() {
		Wish wish = read();

		assertThat(wish.scenarios()).isEqualTo(Scenarios.all());
		assertThat(wish.plan()).isEqualTo(LoadPlan.WHOLE);
		assertThat(wish.data()).isEqualTo(DATA);
		assertThat(wish.list()).isFalse();
	}

	@Test
	void runsNamedScenariosInTheBestOrderHoweverTheyAreWritten() {
		assertThat(read("f21", "F02").scenarios()).extracting(Scenario::id).containsExactly("F02", "F21");
	}

	@Test
	void repeatsASeed() {
		assertThat(read("--seed", "42").seed()).isEqualTo(42);
	}

	@Test
	void choosesASeedWhenNoneIsGiven() {
		assertThat(read().seed()).isBetween(1L, 999_999L);
	}

	@Test
	void looksWithLessLoad() {
		assertThat(read("--short").plan()).isEqualTo(LoadPlan.SHORT);
	}

	@Test
	void saysWhichScenariosThereAre() {
		assertThatExceptionOfType(CannotDrill.class).isThrownBy(() -> read("F99"))
			.withMessageContaining("'F99'")
			.withMessageContaining("F01, F02, F03");
	}

	@Test
	void saysWhichOptionsThereAre() {
		assertThatExceptionOfType(CannotDrill.class).isThrownBy(() -> read("--fast"))
			.withMessageContaining("'--fast'")
			.withMessageContaining("--seed, --short, --list and --data");
	}

	@Test
	void refusesASeedThatIsNoNumber() {
		assertThatExceptionOfType(CannotDrill.class).isThrownBy(() -> read("--seed", "seven"))
			.withMessageContaining("--seed")
			.withMessageContaining("'seven'");
	}

	@Test
	void refusesAnOptionWithoutItsValue() {
		assertThatExceptionOfType(CannotDrill.class).isThrownBy(() -> read("F02", "--seed"))
			.withMessageContaining("--seed needs a value");
	}

	private static Wish read(String... arguments) {
		return Wish.read(List.of(arguments), Scenarios.all(), DATA);
	}

}
