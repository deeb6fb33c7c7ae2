package vn.bantin.drills;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

import vn.bantin.drills.command.CannotRun;
import vn.bantin.drills.load.LoadPlan;
import vn.bantin.drills.scenario.Scenario;
import vn.bantin.drills.scenario.Scenarios;
import vn.bantin.local.harness.Repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ArgumentsTests {

	@Test
	void runsEverythingByDefault() {
		Arguments arguments = read();

		assertThat(arguments.scenarios()).isEqualTo(Scenarios.all());
		assertThat(arguments.plan()).isEqualTo(LoadPlan.WHOLE);
		assertThat(arguments.data()).isEqualTo(Repository.root().resolve("deploy/drills/target/data"));
		assertThat(arguments.list()).isFalse();
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
	void runsAShortLoad() {
		assertThat(read("--short").plan()).isEqualTo(LoadPlan.SHORT);
	}

	@Test
	void keepsEverythingInTheNamedFolder() {
		assertThat(read("--data", "data").data()).isEqualTo(Path.of("data").toAbsolutePath());
	}

	@Test
	void saysWhichScenariosThereAre() {
		assertThatExceptionOfType(CannotRun.class).isThrownBy(() -> read("F99").scenarios())
			.withMessageContaining("'F99'")
			.withMessageContaining("F01, F02, F03");
	}

	@Test
	void refusesAnUnknownOption() {
		assertThatExceptionOfType(ParameterException.class).isThrownBy(() -> read("--fast"))
			.withMessageContaining("'--fast'");
	}

	@Test
	void refusesASeedThatIsNoNumber() {
		assertThatExceptionOfType(ParameterException.class).isThrownBy(() -> read("--seed", "seven"))
			.withMessageContaining("--seed")
			.withMessageContaining("'seven'");
	}

	@Test
	void refusesAnOptionWithoutItsValue() {
		assertThatExceptionOfType(ParameterException.class).isThrownBy(() -> read("F02", "--seed"))
			.withMessageContaining("--seed");
	}

	private static Arguments read(String... words) {
		Arguments arguments = new Arguments();
		new CommandLine(arguments).parseArgs(words);
		return arguments;
	}

}
