package vn.bantin.drills.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import vn.bantin.drills.fault.SmallDisk;
import vn.bantin.drills.fault.Wiring;
import vn.bantin.drills.load.Load;
import vn.bantin.drills.load.LoadPlan;
import vn.bantin.drills.load.Site;
import vn.bantin.local.launcher.Supervisor;

/**
 * Where a scenario happens: the newspaper, what can be broken of it, and the time.
 */
public final class Stage {

	private static final Duration START = Duration.ofSeconds(60);

	private final Supervisor platform;

	private final Path data;

	private final Wiring wiring;

	private final List<SmallDisk> disks;

	private final Site site;

	private final Load load;

	private final LoadPlan plan;

	private final Pace pace;

	private final Random random;

	private final long begin = System.nanoTime();

	private final List<String> breaches = new ArrayList<>();

	private final List<String> remarks = new ArrayList<>();

	private volatile long mended = System.nanoTime();

	private volatile long toFold;

	/**
	 * A stage on which the load has just begun.
	 * @param platform the processes
	 * @param data their data folder
	 * @param wiring the proxies between them
	 * @param disks the file systems that can be filled
	 * @param site what the world sees
	 * @param load who reads and writes
	 * @param plan what is asked of it, and for how long, on a usual machine
	 * @param pace how many times as long it lasts on this one, and recovery may take
	 * @param random decides what a scenario leaves to chance
	 */
	public Stage(Supervisor platform, Path data, Wiring wiring, List<SmallDisk> disks, Site site, Load load,
			LoadPlan plan, Pace pace, Random random) {
		this.platform = platform;
		this.data = data;
		this.wiring = wiring;
		this.disks = List.copyOf(disks);
		this.site = site;
		this.load = load;
		this.plan = plan;
		this.pace = pace;
		this.random = random;
	}

	Supervisor platform() {
		return this.platform;
	}

	Wiring wiring() {
		return this.wiring;
	}

	List<SmallDisk> disks() {
		return this.disks;
	}

	Site site() {
		return this.site;
	}

	Load load() {
		return this.load;
	}

	Random random() {
		return this.random;
	}

	/** The folder that a part keeps its data in. */
	Path folder(String part) {
		return this.data.resolve(part);
	}

	/** Waits until a share of the load is over, 0 to 1. */
	void await(double share) throws InterruptedException {
		TimeUnit.NANOSECONDS.sleep(Math.max(0, this.begin + at(share) - System.nanoTime()));
	}

	boolean isBefore(double share) {
		return System.nanoTime() < this.begin + at(share);
	}

	Duration elapsed() {
		return Duration.ofNanos(System.nanoTime() - this.begin);
	}

	/** Waits for a share of the load's time, 0 to 1, from now on. */
	void pause(double share) throws InterruptedException {
		TimeUnit.NANOSECONDS.sleep(at(share));
	}

	private long at(double share) {
		return (long) (share * this.plan.length().toNanos());
	}

	static void pause(Duration length) throws InterruptedException {
		TimeUnit.MILLISECONDS.sleep(length.toMillis());
	}

	/**
	 * Waits for something.
	 * @return whether it came to be in time
	 */
	static boolean await(Duration limit, BooleanSupplier what) throws InterruptedException {
		long end = System.nanoTime() + limit.toNanos();
		while (!what.getAsBoolean()) {
			if (System.nanoTime() > end) {
				return false;
			}
			pause(Duration.ofMillis(100));
		}
		return true;
	}

	/** Starts a part that has ended, and waits until it is ready. */
	void start(String part) {
		this.platform.launch(part);
		awaitReady(part);
	}

	/** Waits until a part is ready; that it does not get up is a broken promise. */
	void awaitReady(String part) {
		try {
			this.platform.awaitReady(part, patient(START));
		}
		catch (IllegalStateException ex) {
			breach(part + " does not get up: " + ex.getMessage());
		}
	}

	/** What may take so long on a usual machine may take longer on a slow one. */
	Duration patient(Duration usual) {
		return this.pace.forRecovery(usual);
	}

	/** Whether the load, however long it lasts on this machine, is not so far yet. */
	boolean isLoadBefore(double share) {
		return elapsed().compareTo(this.pace.forLoad(Duration.ofNanos(at(share)))) < 0;
	}

	/**
	 * The fault ends now. Recovery counts from here, so a part that has to start first
	 * takes its start out of the time to recover.
	 */
	void mend() {
		this.wiring.mend();
		this.mended = System.nanoTime();
	}

	/** So many events have to be folded before all can be well again. */
	void mustFold(long events) {
		this.toFold = events;
	}

	/** As many as are due in a whole load, or fewer in a shorter one, but one. */
	long atLeast(long inWholeLoad) {
		return Math.clamp(Math.round(inWholeLoad * this.plan.share()), 1, inWholeLoad);
	}

	/** Notes a broken promise that the judge cannot see. */
	void breach(String text) {
		this.breaches.add(text);
	}

	/** Notes a number worth telling. */
	void remark(String text) {
		this.remarks.add(text);
	}

	/**
	 * When the fault ended.
	 * @return a moment of {@link System#nanoTime()}
	 */
	public long mended() {
		return this.mended;
	}

	/**
	 * How many events had to be folded before all could be well again.
	 * @return 0 where no view was thrown away
	 */
	public long toFold() {
		return this.toFold;
	}

	/**
	 * What the scenario itself found broken.
	 * @return sentences
	 */
	public List<String> breaches() {
		return List.copyOf(this.breaches);
	}

	/**
	 * What else it has to tell.
	 * @return a few words each
	 */
	public List<String> remarks() {
		return List.copyOf(this.remarks);
	}

}
