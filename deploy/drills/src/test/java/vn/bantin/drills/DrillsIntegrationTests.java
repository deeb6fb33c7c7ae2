package vn.bantin.drills;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import vn.bantin.drills.load.LoadPlan;
import vn.bantin.drills.scenario.Pace;
import vn.bantin.drills.scenario.Scenario;
import vn.bantin.drills.scenario.Scenarios;
import vn.bantin.drills.scenario.Setup;
import vn.bantin.local.harness.Builds;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The short subset of the drills: those that shaped the services, with a seventh of the
 * reads and a quarter of the writes. Times and shares of failures depend on how busy the
 * machine is, so they are not checked.
 */
class DrillsIntegrationTests {

	private static final long SEED = 1;

	/** Of 560, where some find no database for most of the time. */
	private static final int FEWEST_WRITES = 200;

	private static final Path DATA = Path.of("target", "newspaper").toAbsolutePath();

	private static Testbed testbed;

	@BeforeAll
	static void start() {
		testbed = Testbed.start(DATA, Setup.ONE_OF_EACH, SEED, Builds.USUAL);
	}

	@AfterAll
	static void stop() {
		testbed.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "F02", "F07", "F09", "F12", "F16", "F17" })
	void keepsThePromises(String id) {
		Scenario scenario = Scenarios.all().stream().filter((it) -> it.id().equals(id)).findFirst().orElseThrow();

		Result result = new Drill(testbed, LoadPlan.SHORT, SEED).run(scenario,
				DATA.resolve("ledgers").resolve(id + ".tsv"), Pace.USUAL);

		assertThat(result.broken()).as(scenario.breaks()).isEqualTo(List.of());
		assertThat(result.figures().accepted()).isGreaterThan(FEWEST_WRITES);
		assertThat(result.verdict().records()).isPositive();
	}

}
