package vn.bantin.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import vn.bantin.drills.fault.SmallDisk;
import vn.bantin.drills.fault.Wiring;
import vn.bantin.drills.judge.Database;
import vn.bantin.drills.judge.TopicLog;
import vn.bantin.drills.load.Audience;
import vn.bantin.drills.load.Site;
import vn.bantin.drills.scenario.Cast;
import vn.bantin.local.harness.Builds;
import vn.bantin.local.harness.Compilers;
import vn.bantin.local.harness.Folder;
import vn.bantin.local.identity.TokenCommand;
import vn.bantin.local.launcher.Options;
import vn.bantin.local.launcher.Ports;
import vn.bantin.local.launcher.Supervisor;
import vn.bantin.local.launcher.Surroundings;

/**
 * A newspaper to be broken: on free ports, with data of its own and a proxy between any
 * two parts, so that it can run beside another.
 */
final class Newspaper implements AutoCloseable {

	private static final int READERS = 240;

	/** An odd number has a middle. */
	private static final int STARTS = 3;

	/** Room for the views of a drill, in MiB. */
	private static final int SMALL = 96;

	/** Widgets ask their providers again at once, where they leave them alone in life. */
	private static final Map<String, String> HURRIED = Map.of("BANTIN_FETCHING_POLLINTERVAL", "250ms",
			"BANTIN_FETCHING_RETRY", "200ms");

	private final Path data;

	private final Wiring wiring;

	private final List<SmallDisk> disks;

	private final Supervisor platform;

	private final Site site;

	private final Audience audience;

	private final TopicLog topics;

	private final Database database;

	private Newspaper(Path data, List<SmallDisk> disks, Wiring wiring, Supervisor platform) {
		this.data = data;
		this.disks = disks;
		this.wiring = wiring;
		this.platform = platform;
		this.site = new Site(platform.gateways());
		this.audience = new Audience(this.site, READERS);
		this.topics = new TopicLog(platform.kafkaBrokers(), Set.of("articles", "votes", "tallies"));
		this.database = new Database(platform.mongodbUri());
	}

	/**
	 * Starts one, with nothing in it.
	 * @param data where it keeps everything; what is there is deleted
	 * @param cast how many instances of each service
	 * @param seed decides what is left to chance
	 * @param builds what the services run out of
	 * @param ready is told each part that became ready, and after how long
	 * @return the running newspaper; whatever fails, nothing is left running
	 */
	static Newspaper start(Path data, Cast cast, long seed, Builds builds, BiConsumer<String, Duration> ready) {
		Folder.delete(data);
		List<SmallDisk> disks = (cast == Cast.ON_SMALL_DISKS) ? mount(data) : List.of();
		Wiring wiring = new Wiring(seed);
		Supervisor platform = new Supervisor(Options.usual(data).bare().scaled(cast.instances()), Ports.free(),
				new Surroundings(wiring, HURRIED, List.of(), builds), ready);
		Runtime.getRuntime().addShutdownHook(new Thread(() -> end(platform, wiring, disks), "stop"));
		try {
			platform.start();
			return new Newspaper(data, disks, wiring, platform);
		}
		catch (RuntimeException ex) {
			end(platform, wiring, disks);
			throw ex;
		}
	}

	private static List<SmallDisk> mount(Path data) {
		List<SmallDisk> disks = Stream.of("article-service", "rating-service")
			.flatMap((part) -> SmallDisk.mount(data.resolve(part), SMALL).stream())
			.toList();
		if (disks.size() < 2) {
			disks.forEach(SmallDisk::close);
			throw new IllegalStateException("No small file system can be mounted in " + data);
		}
		return disks;
	}

	private static void end(Supervisor platform, Wiring wiring, List<SmallDisk> disks) {
		platform.close();
		wiring.close();
		disks.forEach(SmallDisk::close);
	}

	/**
	 * How long a service takes to start while nobody asks for anything: the middle one of
	 * some tries.
	 */
	Duration timeOfStart() {
		String part = this.platform.parts()
			.stream()
			.filter((it) -> it.startsWith("widget-service"))
			.findFirst()
			.orElseThrow();
		return Stream.generate(() -> startAgain(part))
			.limit(STARTS)
			.sorted()
			.skip(STARTS / 2)
			.findFirst()
			.orElseThrow();
	}

	private Duration startAgain(String part) {
		this.platform.kill(part);
		long begin = System.nanoTime();
		this.platform.start(part);
		return Duration.ofNanos(System.nanoTime() - begin);
	}

	/** Starts the parts that do not run, and waits until they are ready. */
	void startWhatIsAway() {
		this.platform.parts()
			.stream()
			.filter((part) -> !this.platform.process(part).isAlive())
			.forEach(this.platform::start);
	}

	/** Those of all parts. */
	Compilers compilers() {
		return Compilers.of(this.platform.parts().stream().map((part) -> this.platform.process(part).pid()).toList());
	}

	Path data() {
		return this.data;
	}

	Wiring wiring() {
		return this.wiring;
	}

	Supervisor platform() {
		return this.platform;
	}

	List<SmallDisk> disks() {
		return this.disks;
	}

	Site site() {
		return this.site;
	}

	Audience audience() {
		return this.audience;
	}

	TopicLog topics() {
		return this.topics;
	}

	Database database() {
		return this.database;
	}

	/** Logs an editor in. */
	String editor() {
		try {
			return new TokenCommand(this.platform.issuer()).token("editor", "editor");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.topics.close();
		this.database.close();
		end(this.platform, this.wiring, this.disks);
	}

}
