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
import java.util.Map;
import java.util.stream.Stream;

import vn.bantin.drills.fault.SmallDisk;
import vn.bantin.drills.scenario.Cast;
import vn.bantin.drills.scenario.Pace;
import vn.bantin.drills.scenario.Scenario;
import vn.bantin.drills.scenario.Scenarios;
import vn.bantin.local.harness.Builds;
import vn.bantin.local.harness.LocalServers;
import vn.bantin.local.harness.Machine;
import vn.bantin.local.harness.Repository;
import vn.bantin.local.launcher.CannotStart;
import vn.bantin.local.launcher.Supervisor;
import vn.bantin.local.launcher.Trained;

/**
 * The command line: runs scenarios and says whether the promises were kept. Scenarios
 * with the same cast share one newspaper, which is broken again and again.
 */
public final class DrillCommand {

	private static final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

	/** What one instance of everything takes, in MiB. */
	private static final long LEAST_MEMORY = 3 * 1024;

	/** What a second one of each service adds. */
	private static final long MEMORY_OF_THE_SECOND = 2 * 1024;

	/** What newspapers and AOT caches take, in MiB. */
	private static final long LEAST_DISK = 1024;

	/** As in a cluster, and unlike a newspaper that is looked at on a small machine. */
	private static final List<String> BOTH_COMPILERS = List.of("-XX:TieredStopAtLevel=4");

	private DrillCommand() {
	}

	/**
	 * Runs what is asked for. The exit code is 0 when every promise was kept, 1 when one
	 * was broken and 2 when it could not be tried.
	 * @param args ids of scenarios, none for all; {@code --seed N}, {@code --short},
	 * {@code --list}, {@code --data FOLDER}
	 */
	public static void main(String[] args) {
		System.exit(run(List.of(args)));
	}

	private static int run(List<String> arguments) {
		try {
			Wish wish = Wish.read(arguments, Scenarios.all(), Repository.root().resolve("deploy/drills/target/data"));
			if (wish.list()) {
				wish.scenarios().forEach((it) -> out.printf("%s  %s%n", it.id(), it.fault()));
				return 0;
			}
			return alone(wish);
		}
		catch (CannotDrill | CannotStart ex) {
			out.println(ex.getMessage());
			return 2;
		}
		catch (IOException | RuntimeException ex) {
			out.println("The drill could not go on: " + ex);
			return 2;
		}
		catch (InterruptedException ex) {
			return 2;
		}
	}

	/** Two drills in one folder would judge each other's newspaper. */
	private static int alone(Wish wish) throws IOException, InterruptedException {
		Files.createDirectories(wish.data());
		try (FileChannel file = FileChannel.open(wish.data().resolve("lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE); FileLock lock = file.tryLock()) {
			if (lock == null) {
				throw new CannotDrill(
						"Another drill runs out of " + wish.data() + "; name another folder with --data.");
			}
			check(wish);
			Report report = new Report(out);
			Runtime.getRuntime().addShutdownHook(new Thread(() -> report.table(wish.seed()), "report"));
			try {
				drill(wish, report);
			}
			finally {
				report.table(wish.seed());
			}
			if (!report.isOfAny()) {
				throw new CannotDrill("Nothing of it can be tried here.");
			}
			return report.isKept() ? 0 : 1;
		}
	}

	private static void check(Wish wish) {
		Machine.serverOfOthers(System.getenv()).ifPresent((variable) -> {
			throw new CannotDrill("The variable " + variable
					+ " is set, and what is broken and thrown away here must not be on servers of yours: unset it.");
		});
		boolean two = wish.scenarios().stream().anyMatch((it) -> it.cast() == Cast.TWO_OF_EACH);
		long needed = two ? LEAST_MEMORY + MEMORY_OF_THE_SECOND : LEAST_MEMORY;
		Machine.availableMemory().ifPresent((available) -> {
			if (available < needed) {
				throw new CannotDrill(
						"Only %,d MiB of memory are free; this drill needs %,d.".formatted(available, needed));
			}
		});
		long disk = Machine.freeDisk(wish.data());
		if (disk < LEAST_DISK) {
			throw new CannotDrill("Only %,d MiB of disk are free for %s; a drill needs %,d; name another with --data."
				.formatted(disk, wish.data(), LEAST_DISK));
		}
	}

	private static void drill(Wish wish, Report report) throws InterruptedException {
		out.printf("Seed %d, data and logs in %s%n", wish.seed(), wish.data());
		Map<Cast, List<Scenario>> byCast = new LinkedHashMap<>();
		for (Scenario scenario : wish.scenarios()) {
			if (scenario.cast() == Cast.ON_SMALL_DISKS && !SmallDisk.isAllowed(wish.data().resolve("small-disk"))) {
				report.skip(scenario, "only root may mount a small file system");
			}
			else {
				byCast.computeIfAbsent(scenario.cast(), (cast) -> new ArrayList<>()).add(scenario);
			}
		}
		if (byCast.isEmpty()) {
			return;
		}
		Builds builds = trained(wish);
		for (Map.Entry<Cast, List<Scenario>> group : byCast.entrySet()) {
			Path data = wish.data().resolve(group.getKey().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
			try (Newspaper newspaper = Newspaper.start(data, group.getKey(), wish.seed(), builds, (part, after) -> {
			})) {
				Drill drill = new Drill(newspaper, wish.plan(), wish.seed());
				Pace pace = drill.warmUp(group.getKey(), data.resolve("ledgers").resolve("warm-up.tsv"));
				if (!pace.equals(Pace.USUAL)) {
					out.printf(
							"On this machine the load takes %s times its usual time, and recovery may take %s times%n",
							pace.load(), pace.recovery());
				}
				for (Scenario scenario : group.getValue()) {
					run(drill, scenario, data.resolve("ledgers").resolve(scenario.id() + ".tsv"), pace, report);
				}
				report.late(drill.lookOnceMore());
			}
		}
	}

	/** A newspaper that cannot even be judged has not kept its promises. */
	private static void run(Drill drill, Scenario scenario, Path ledger, Pace pace, Report report)
			throws InterruptedException {
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
	 * Services that are killed all the time start as they do in a cluster, and broker and
	 * database without the minutes of a cold JVM, which real ones do not have. A
	 * newspaper that nothing happens to is the training run of all that follow.
	 */
	private static Builds trained(Wish wish) throws InterruptedException {
		out.println("Training run: about two minutes");
		Trained trained = new Trained(wish.data().resolve("trained"), BOTH_COMPILERS);
		Stream.concat(Supervisor.SERVICES.stream(), LocalServers.MODULES.stream()).parallel().forEach(trained::extract);
		Path data = wish.data().resolve("training");
		try (Newspaper newspaper = Newspaper.start(data, Cast.ONE_OF_EACH, wish.seed(), trained, (part, after) -> {
		})) {
			new Drill(newspaper, wish.plan(), wish.seed()).exercise(data.resolve("ledger.tsv"));
		}
		if (!trained.untrained().isEmpty()) {
			throw new IllegalStateException("the training run left no AOT cache behind for " + trained.untrained());
		}
		return trained;
	}

}
