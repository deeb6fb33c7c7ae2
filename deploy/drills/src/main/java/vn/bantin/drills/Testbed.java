package vn.bantin.drills;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import vn.bantin.drills.fault.SmallDisk;
import vn.bantin.drills.fault.Wiring;
import vn.bantin.drills.judge.Database;
import vn.bantin.drills.judge.Investigation;
import vn.bantin.drills.judge.TopicLog;
import vn.bantin.drills.ledger.Ledger;
import vn.bantin.drills.load.Load;
import vn.bantin.drills.load.LoadPlan;
import vn.bantin.drills.load.Readers;
import vn.bantin.drills.newspaper.Newspaper;
import vn.bantin.drills.newspaper.Site;
import vn.bantin.drills.scenario.Pace;
import vn.bantin.drills.scenario.Setup;
import vn.bantin.drills.scenario.Stage;
import vn.bantin.local.harness.Builds;
import vn.bantin.local.harness.Compilers;
import vn.bantin.local.harness.Folder;
import vn.bantin.local.launcher.Supervisor;
import vn.bantin.local.launcher.Surroundings;

/**
 * A newspaper to be broken: with a proxy between any two parts, disks that can be filled,
 * and what a drill reads and writes with.
 */
final class Testbed implements AutoCloseable {

	private static final int READERS = 240;

	/** An odd number has a middle. */
	private static final int STARTS = 3;

	/** Room for the views of a drill, in MiB. */
	private static final int SMALL_DISK = 96;

	/**
	 * Widgets poll their providers at once, which in production they rarely do, and the
	 * one address that asks here may ask as much as thousands.
	 */
	private static final Map<String, String> HURRIED = Map.of("BANTIN_FETCHING_POLLINTERVAL", "250ms",
			"BANTIN_FETCHING_RETRY", "200ms", "GATEWAY_LIMITS", "off");

	private final Newspaper newspaper;

	private final Wiring wiring;

	private final List<SmallDisk> disks;

	private final Readers readers;

	private final TopicLog topics;

	private final Database database;

	private Testbed(Newspaper newspaper, Wiring wiring, List<SmallDisk> disks) {
		this.newspaper = newspaper;
		this.wiring = wiring;
		this.disks = disks;
		this.readers = new Readers(newspaper.site(), READERS);
		this.topics = new TopicLog(platform().kafkaBrokers(), Set.of("articles", "votes", "tallies"));
		this.database = new Database(platform().mongodbUri());
	}

	/**
	 * Starts one without content.
	 * @param data where it keeps everything; what is there is deleted
	 * @param setup how many instances of each service
	 * @param seed decides what is left to chance
	 * @param builds what the services run out of
	 * @return the running newspaper; whatever fails, nothing is left running
	 */
	static Testbed start(Path data, Setup setup, long seed, Builds builds) {
		Folder.delete(data);
		List<SmallDisk> disks = (setup == Setup.ON_SMALL_DISKS) ? mount(data) : List.of();
		Wiring wiring = new Wiring(seed);
		Newspaper newspaper = new Newspaper(data, setup.instances(),
				new Surroundings(wiring, HURRIED, List.of(), builds), (part, after) -> {
				});
		Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(newspaper, wiring, disks), "stop"));
		try {
			newspaper.start();
			return new Testbed(newspaper, wiring, disks);
		}
		catch (RuntimeException ex) {
			stop(newspaper, wiring, disks);
			throw ex;
		}
	}

	private static List<SmallDisk> mount(Path data) {
		List<SmallDisk> disks = Stream.of("article-service", "rating-service")
			.flatMap((part) -> SmallDisk.mount(data.resolve(part), SMALL_DISK).stream())
			.toList();
		if (disks.size() < 2) {
			disks.forEach(SmallDisk::close);
			throw new IllegalStateException("No small file system can be mounted in " + data);
		}
		return disks;
	}

	private static void stop(Newspaper newspaper, Wiring wiring, List<SmallDisk> disks) {
		newspaper.close();
		wiring.close();
		disks.forEach(SmallDisk::close);
	}

	/** How long a service takes to start while idle: the median of some starts. */
	Duration timeOfStart() {
		String part = platform().parts()
			.stream()
			.filter((it) -> it.startsWith("widget-service"))
			.findFirst()
			.orElseThrow();
		return Stream.generate(() -> restart(part)).limit(STARTS).sorted().skip(STARTS / 2).findFirst().orElseThrow();
	}

	private Duration restart(String part) {
		platform().kill(part);
		long begin = System.nanoTime();
		platform().start(part);
		return Duration.ofNanos(System.nanoTime() - begin);
	}

	/** Starts the parts that do not run, and waits until they are ready. */
	void startWhatIsAway() {
		platform().parts().stream().filter((part) -> !platform().process(part).isAlive()).forEach(platform()::start);
	}

	/** The compilers of all parts. */
	Compilers compilers() {
		return Compilers.of(this.newspaper.pids(platform().parts()));
	}

	/** Prepares load on it. */
	Load load(Ledger ledger, LoadPlan plan, long seed, String prefix) {
		return new Load(this.newspaper.site(), this.readers, this.newspaper.login(), ledger, plan, seed, prefix);
	}

	/** Where a scenario breaks it. */
	Stage stage(Load load, LoadPlan plan, Pace pace, Random random) {
		return new Stage(this.newspaper, this.wiring, this.disks, load, plan, pace, random);
	}

	/** What a judge looks at behind one gateway. */
	Investigation investigation(URI gateway, Ledger ledger, Load load, String prefix, int since) {
		return new Investigation(new Site(List.of(gateway)), this.readers, this.topics, this.database, ledger, load,
				prefix, since);
	}

	Supervisor platform() {
		return this.newspaper.platform();
	}

	TopicLog topics() {
		return this.topics;
	}

	/** Ends every fault. */
	void mend() {
		this.wiring.mend();
	}

	@Override
	public void close() {
		this.topics.close();
		this.database.close();
		stop(this.newspaper, this.wiring, this.disks);
	}

}
