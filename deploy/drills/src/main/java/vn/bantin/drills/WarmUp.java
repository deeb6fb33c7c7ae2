package vn.bantin.drills;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

import vn.bantin.drills.ledger.Ledger;
import vn.bantin.drills.load.Load;
import vn.bantin.drills.load.LoadPlan;
import vn.bantin.drills.scenario.Pace;
import vn.bantin.drills.scenario.Setup;
import vn.bantin.local.harness.Compilers;
import vn.bantin.local.harness.Processors;

/**
 * Puts load on a newspaper with nothing broken, before anything is counted. Processes
 * that have just started compile what they run, on the processors that they should answer
 * with, and at the load's steady rate that takes longer than a drill.
 */
final class WarmUp {

	/** The share of the load for which the processors' work is measured. */
	private static final double EASY = 0.5;

	/** Rounds of 25 s each. */
	private static final int MOST_ROUNDS = 12;

	/** Rounds for the one service that was restarted. */
	private static final int ROUNDS_AFTER_RESTART = 3;

	/** Below this share of the processors' time compilers are done with the hot code. */
	private static final double COMPILING = 0.05;

	private final Testbed testbed;

	private final LoadPlan plan;

	private final long seed;

	WarmUp(Testbed testbed, LoadPlan plan, long seed) {
		this.testbed = testbed;
		this.plan = plan;
		this.seed = seed;
	}

	/**
	 * Runs a short load.
	 * @param ledger the file for all writes
	 */
	void exercise(Path ledger) {
		undisturbed(LoadPlan.WARM_UP, "exercise", ledger, Load::hurry);
	}

	/**
	 * Runs load as fast as it goes until hardly anything is left to compile. Then half
	 * the load tells how much time the whole one needs on this machine: where the machine
	 * is the bottleneck, everything that is late is late because of it.
	 * @param setup how many instances are to be warmed up
	 * @param ledger the file for all writes
	 * @return how long things take on this machine
	 */
	Pace run(Setup setup, Path ledger) {
		LoadPlan easy = this.plan.spread(setup.spread() / EASY).lasting(LoadPlan.WARM_UP.length());
		compile(easy, "warm", ledger, MOST_ROUNDS);
		Duration start = this.testbed.timeOfStart();
		compile(easy, "again", ledger, ROUNDS_AFTER_RESTART);
		Processors before = Processors.now();
		undisturbed(easy, "easy", ledger, Load::begin);
		return Pace.of(Processors.now().since(before).share() / EASY, start);
	}

	private void compile(LoadPlan plan, String prefix, Path ledger, int mostRounds) {
		for (int round = 0; round < mostRounds; round++) {
			if (compiling(plan, prefix + round, ledger) < COMPILING) {
				return;
			}
		}
	}

	/** The share of the processors' time that compilers take meanwhile. */
	private double compiling(LoadPlan plan, String prefix, Path ledger) {
		Compilers before = this.testbed.compilers();
		Processors machine = Processors.now();
		undisturbed(plan, prefix, ledger, Load::hurry);
		return (double) this.testbed.compilers().since(before) / Processors.now().since(machine).all();
	}

	private void undisturbed(LoadPlan plan, String prefix, Path ledger, Consumer<Load> begin) {
		try (Ledger written = new Ledger(ledger); Load load = this.testbed.load(written, plan, this.seed, prefix)) {
			begin.accept(load);
			load.awaitEnd();
		}
	}

}
