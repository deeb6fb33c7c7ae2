package vn.bantin.drills;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import vn.bantin.drills.command.CannotRun;
import vn.bantin.drills.load.LoadPlan;
import vn.bantin.drills.scenario.Scenario;
import vn.bantin.drills.scenario.Scenarios;
import vn.bantin.local.harness.Repository;

/** The command line of the drills. */
final class Arguments {

	@Parameters(paramLabel = "SCENARIO", description = "Ids of scenarios; all by default.")
	private List<String> ids = List.of();

	@Option(names = "--seed", description = "Decides what is left to chance; random by default.")
	private long seed = RandomGenerator.getDefault().nextLong(1, 1_000_000);

	@Option(names = "--short", description = "A seventh of the reads and a quarter of the writes.")
	private boolean brief;

	@Option(names = "--list", description = "Only lists the scenarios.")
	private boolean list;

	@Option(names = "--data", paramLabel = "FOLDER", description = "Where everything is kept.")
	private Path data = Repository.root().resolve("deploy/drills/target/data");

	/**
	 * Which scenarios, in the order in which they are best run.
	 * @throws CannotRun if one of them does not exist
	 */
	List<Scenario> scenarios() {
		List<String> chosen = this.ids.stream().map((id) -> id.toUpperCase(Locale.ROOT)).toList();
		List<String> known = Scenarios.all().stream().map(Scenario::id).sorted().toList();
		chosen.stream().filter((id) -> !known.contains(id)).findFirst().ifPresent((id) -> {
			throw new CannotRun("There is no scenario '%s'; there are %s.".formatted(id, String.join(", ", known)));
		});
		return Scenarios.all().stream().filter((it) -> chosen.isEmpty() || chosen.contains(it.id())).toList();
	}

	LoadPlan plan() {
		return this.brief ? LoadPlan.SHORT : LoadPlan.WHOLE;
	}

	long seed() {
		return this.seed;
	}

	Path data() {
		return this.data.toAbsolutePath();
	}

	boolean list() {
		return this.list;
	}

}
