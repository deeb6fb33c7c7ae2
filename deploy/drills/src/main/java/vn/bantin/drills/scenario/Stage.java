package vn.bantin.drills.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

import vn.bantin.drills.fault.SmallDisk;
import vn.bantin.drills.fault.Wiring;
import vn.bantin.drills.load.Load;
import vn.bantin.drills.load.LoadPlan;
import vn.bantin.drills.newspaper.Newspaper;
import vn.bantin.drills.newspaper.Newsroom;
import vn.bantin.drills.newspaper.Pause;
import vn.bantin.drills.newspaper.Site;
import vn.bantin.local.launcher.Supervisor;

/**
 * Where a scenario happens: the newspaper, what can be broken of it, and the time.
 */
public final class Stage {

	private static final Duration START = Duration.ofSeconds(60);

	private final Newspaper newspaper;

	private final Wiring wiring;

	private final List<SmallDisk> disks;

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
	 * @param newspaper what is broken
	 * @param wiring the proxies between its parts
	 * @param disks the file systems that can be filled
	 * @param load that runs meanwhile
	 * @param plan of the load on a machine that is fast enough
	 * @param pace how many times as long the load lasts on this one, and recovery may
	 * take
	 * @param random decides what a scenario leaves to chance
	 */
	public Stage(Newspaper newspaper, Wiring wiring, List<SmallDisk> disks, Load load, LoadPlan plan, Pace pace,
			Random random) {
		this.newspaper = newspaper;
		this.wiring = wiring;
		this.disks = List.copyOf(disks);
		this.load = load;
		this.plan = plan;
		this.pace = pace;
		this.random = random;
	}

	Supervisor platform() {
		return this.newspaper.platform();
	}

	Wiring wiring() {
		return this.wiring;
	}

	List<SmallDisk> disks() {
		return this.disks;
	}

	Site site() {
		return this.newspaper.site();
	}

	/** Logs an editor in. */
	Newsroom login() {
		return this.newspaper.login();
	}

	Load load() {
		return this.load;
	}

	Random random() {
		return this.random;
	}

	/** The folder that a part keeps its data in. */
	Path folder(String part) {
		return this.newspaper.data().resolve(part);
	}

	/** Waits until a share of the load, 0 to 1, is over. */
	void await(double share) {
		Pause.of(Duration.ofNanos(Math.max(0, this.begin + at(share) - System.nanoTime())));
	}

	boolean isBefore(double share) {
		return System.nanoTime() < this.begin + at(share);
	}

	Duration elapsed() {
		return Duration.ofNanos(System.nanoTime() - this.begin);
	}

	/** Waits as long as a share of the load, 0 to 1, takes. */
	void pause(double share) {
		Pause.of(Duration.ofNanos(at(share)));
	}

	private long at(double share) {
		return (long) (share * this.plan.length().toNanos());
	}

	/**
	 * Polls a condition.
	 * @return whether it held in time
	 */
	static boolean await(Duration limit, BooleanSupplier condition) {
		return Pause.until(limit, Duration.ofMillis(100), condition);
	}

	/** Starts a part that has ended, and waits until it is ready. */
	void start(String part) {
		platform().launch(part);
		awaitReady(part);
	}

	/** Waits until a part is ready; one that does not start breaks a promise. */
	void awaitReady(String part) {
		try {
			platform().awaitReady(part, patient(START));
		}
		catch (IllegalStateException ex) {
			breach(part + " does not start: " + ex.getMessage());
		}
	}

	/** A time limit, extended on a slow machine. */
	Duration patient(Duration usual) {
		return this.pace.forRecovery(usual);
	}

	/**
	 * Whether less than a share of the load is over, however long it lasts on this
	 * machine.
	 */
	boolean isLoadBefore(double share) {
		return elapsed().compareTo(this.pace.forLoad(Duration.ofNanos(at(share)))) < 0;
	}

	/**
	 * Ends the fault. Recovery counts from here, so the start of a part counts as part of
	 * it.
	 */
	void mend() {
		this.wiring.mend();
		this.mended = System.nanoTime();
	}

	/** Notes how many events have to be folded before everything can be well again. */
	void mustFold(long events) {
		this.toFold = events;
	}

	/** Scales a minimum to a shorter load; at least 1. */
	long atLeast(long inWholeLoad) {
		return Math.clamp(Math.round(inWholeLoad * this.plan.share()), 1, inWholeLoad);
	}

	/** Notes a breach that the judge cannot see. */
	void breach(String text) {
		this.breaches.add(text);
	}

	/** Notes a number worth reporting. */
	void remark(String text) {
		this.remarks.add(text);
	}

	/**
	 * When the fault ended.
	 * @return the time by {@link System#nanoTime()}
	 */
	public long mended() {
		return this.mended;
	}

	/**
	 * How many events had to be folded before everything could be well again.
	 * @return 0 where no view was thrown away
	 */
	public long toFold() {
		return this.toFold;
	}

	/**
	 * The breaches that the scenario itself found.
	 * @return sentences
	 */
	public List<String> breaches() {
		return List.copyOf(this.breaches);
	}

	/**
	 * What else the scenario reports.
	 * @return a few words each
	 */
	public List<String> remarks() {
		return List.copyOf(this.remarks);
	}

}
