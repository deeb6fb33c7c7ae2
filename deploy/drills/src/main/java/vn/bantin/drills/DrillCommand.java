package vn.bantin.drills;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import vn.bantin.drills.command.CannotRun;
import vn.bantin.drills.command.Commands;
import vn.bantin.drills.command.Requirements;
import vn.bantin.drills.fault.SmallDisk;
import vn.bantin.drills.scenario.Pace;
import vn.bantin.drills.scenario.Scenario;
import vn.bantin.drills.scenario.Setup;
import vn.bantin.local.harness.Builds;
import vn.bantin.local.harness.LocalServers;
import vn.bantin.local.launcher.Supervisor;
import vn.bantin.local.launcher.Trained;

/**
 * The command {@code deploy/drills/run}: runs scenarios and says whether the promises
 * were kept. Scenarios with the same setup share one newspaper, which is broken again and
 * again.
 */
@Command(name = "deploy/drills/run")
public final class DrillCommand implements Callable<Integer> {

	private static final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

	/** What one instance of everything takes, in MiB. */
	private static final long MEMORY = 3 * 1024;

	/** What a second instance of each service adds. */
	private static final long MEMORY_OF_THE_SECOND = 2 * 1024;

	/** What newspapers and AOT caches take, in MiB. */
	private static final long DISK = 1024;

	/** As in a cluster, and unlike a newspaper that is tried on a small machine. */
	private static final List<String> BOTH_COMPILERS = List.of("-XX:TieredStopAtLevel=4");

	@Mixin
	private final Arguments arguments = new Arguments();

	private DrillCommand() {
	}

	/**
	 * Runs the command line. The exit code is 0 when every promise was kept, 1 when one
	 * was broken and 2 when it could not be tried.
	 * @param args ids of scenarios, none for all; {@code --seed N}, {@code --short},
	 * {@code --list}, {@code --data FOLDER}
	 */
	public static void main(String[] args) {
		System.exit(Commands.run(new DrillCommand(), out, Commands.NOT_TRIED, List.of(args)));
	}

	/** Two drills in one folder would judge each other's newspaper. */
	@Override
	public Integer call() throws IOException {
		if (this.arguments.list()) {
			this.arguments.scenarios().forEach((it) -> out.printf("%s  %s%n", it.id(), it.breaks()));
			return 0;
		}
		Path data = Files.createDirectories(this.arguments.data());
		try (FileChannel file = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE); FileLock lock = file.tryLock()) {
			if (lock == null) {
				throw new CannotRun("Another drill runs in " + data + "; name another folder with --data.");
			}
			boolean two = this.arguments.scenarios().stream().anyMatch((it) -> it.setup() == Setup.TWO_OF_EACH);
			new Requirements("this drill", two ? MEMORY + MEMORY_OF_THE_SECOND : MEMORY, DISK).check(data);
			return report();
		}
	}

	private int report() {
		Report report = new Report(out);
		Runtime.getRuntime().addShutdownHook(new Thread(() -> report.table(this.arguments.seed()), "report"));
		try {
			drill(report);
		}
		finally {
			report.table(this.arguments.seed());
		}
		if (!report.hasResults()) {
			throw new CannotRun("None of these scenarios can be run here.");
		}
		return report.isKept() ? 0 : 1;
	}

	private void drill(Report report) {
		out.printf("Seed %d, data and logs in %s%n", this.arguments.seed(), this.arguments.data());
		Map<Setup, List<Scenario>> bySetup = new LinkedHashMap<>();
		for (Scenario scenario : this.arguments.scenarios()) {
			if (scenario.setup() == Setup.ON_SMALL_DISKS
					&& !SmallDisk.isAllowed(this.arguments.data().resolve("small-disk"))) {
				report.skip(scenario, "only root may mount a small file system");
			}
			else {
				bySetup.computeIfAbsent(scenario.setup(), (setup) -> new ArrayList<>()).add(scenario);
			}
		}
		if (!bySetup.isEmpty()) {
			Builds builds = trained();
			for (Map.Entry<Setup, List<Scenario>> group : bySetup.entrySet()) {
				drill(group.getKey(), group.getValue(), builds, report);
			}
		}
	}

	private void drill(Setup setup, List<Scenario> scenarios, Builds builds, Report report) {
		Path data = this.arguments.data().resolve(setup.name().toLowerCase(Locale.ROOT).replace('_', '-'));
		Path ledgers = data.resolve("ledgers");
		try (Testbed testbed = Testbed.start(data, setup, this.arguments.seed(), builds)) {
			Drill drill = new Drill(testbed, this.arguments.plan(), this.arguments.seed());
			Pace pace = new WarmUp(testbed, this.arguments.plan(), this.arguments.seed()).run(setup,
					ledgers.resolve("warm-up.tsv"));
			if (!pace.equals(Pace.USUAL)) {
				out.printf("On this machine the load takes %s times its usual time, and recovery may take %s times%n",
						pace.load(), pace.recovery());
			}
			for (Scenario scenario : scenarios) {
				drill(drill, scenario, ledgers.resolve(scenario.id() + ".tsv"), pace, report);
			}
			report.late(drill.lookOnceMore());
		}
	}

	/** A newspaper that cannot even be judged has not kept its promises. */
	private static void drill(Drill drill, Scenario scenario, Path ledger, Pace pace, Report report) {
		report.begin(scenario);
		long begin = System.nanoTime();
		try {
			Result result = drill.run(scenario, ledger, pace);
			report.end(result, Duration.ofNanos(System.nanoTime() - begin));
		}
		catch (RuntimeException ex) {
			report.breakOff(scenario, ex);
		}
	}

	/**
	 * Services that are killed all the time start from AOT caches, as in a cluster, and
	 * so do broker and database, since real ones do not have the cold minutes of a JVM.
	 * An undisturbed newspaper is the training run.
	 */
	private Builds trained() {
		out.println("Training run: about two minutes");
		Trained trained = new Trained(this.arguments.data().resolve("trained"), BOTH_COMPILERS);
		Stream.concat(Supervisor.SERVICES.stream(), LocalServers.MODULES.stream()).parallel().forEach(trained::extract);
		Path data = this.arguments.data().resolve("training");
		try (Testbed testbed = Testbed.start(data, Setup.ONE_OF_EACH, this.arguments.seed(), trained)) {
			new WarmUp(testbed, this.arguments.plan(), this.arguments.seed()).exercise(data.resolve("ledger.tsv"));
		}
		if (!trained.untrained().isEmpty()) {
			throw new IllegalStateException("the training run left no AOT cache behind for " + trained.untrained());
		}
		return trained;
	}

}
