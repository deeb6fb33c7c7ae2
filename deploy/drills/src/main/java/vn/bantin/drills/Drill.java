package vn.bantin.drills;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import vn.bantin.drills.judge.Investigation;
import vn.bantin.drills.judge.Verdict;
import vn.bantin.drills.ledger.Ledger;
import vn.bantin.drills.load.Load;
import vn.bantin.drills.load.LoadPlan;
import vn.bantin.drills.load.Samples;
import vn.bantin.drills.load.Site;
import vn.bantin.drills.scenario.Cast;
import vn.bantin.drills.scenario.Scenario;
import vn.bantin.drills.scenario.Stage;
import vn.bantin.local.harness.Processors;

/** One scenario, from the first reader to the verdict. */
final class Drill {

	/** What is accepted may still be under way for so long when all is well again. */
	private static final Duration PATIENCE = Duration.ofSeconds(30);

	/**
	 * Enough for a machine of a third of the speed; nobody waits longer for a slower one.
	 */
	private static final double LONGEST = 3;

	/** What is asked of a newspaper that warms up, as a share of the load. */
	private static final double EASY = 0.5;

	/** The share of the processors' time that may be used up before anything breaks. */
	private static final double MOST_BUSY = 0.75;

	/** Rounds of the warm-up, of 25 s each. */
	private static final int LONGEST_WARM_UP = 10;

	/** A round that takes more than this share of what the one before took. */
	private static final double FLAT = 0.95;

	/** Who has no processor left does not show whether it needs less. */
	private static final double SATURATED = 0.9;

	private final Newspaper newspaper;

	private final LoadPlan plan;

	private final long seed;

	Drill(Newspaper newspaper, LoadPlan plan, long seed) {
		this.newspaper = newspaper;
		this.plan = plan;
		this.seed = seed;
	}

	/**
	 * Lets the newspaper run for a while with nothing broken.
	 * @param ledger the file for everything that is written
	 * @throws InterruptedException if it is given up
	 */
	void exercise(Path ledger) throws InterruptedException {
		undisturbed(LoadPlan.WARM_UP, "exercise", ledger);
	}

	/**
	 * Lets the newspaper run with nothing broken until it no longer gets faster.
	 * Processes that have just started compile what they run, on the processors that they
	 * should answer with. Where the machine is the bottleneck, all that is late is late
	 * because of it: what half the load takes says how much time the whole one needs.
	 * @param cast who is to be warmed up
	 * @param ledger the file for everything that is written
	 * @return how many times its usual time the load takes on this machine, in quarters,
	 * from 1 to {@link #LONGEST}
	 * @throws InterruptedException if it is given up
	 */
	double warmUp(Cast cast, Path ledger) throws InterruptedException {
		LoadPlan easy = this.plan.spread(cast.spread() / EASY).lasting(LoadPlan.WARM_UP.length());
		double last = 1;
		double busy = 1;
		for (int round = 0; round < LONGEST_WARM_UP; round++) {
			busy = busy(easy, "warm" + round, ledger);
			if (busy < SATURATED && busy > last * FLAT) {
				break;
			}
			last = busy;
		}
		return Math.clamp(Math.ceil(4 * busy / EASY / MOST_BUSY) / 4, 1, LONGEST);
	}

	/** The share of the processors' time that a load takes. */
	private double busy(LoadPlan plan, String prefix, Path ledger) throws InterruptedException {
		Processors before = Processors.now();
		undisturbed(plan, prefix, ledger);
		return Processors.now().since(before).share();
	}

	private void undisturbed(LoadPlan plan, String prefix, Path ledger) throws InterruptedException {
		try (Ledger written = new Ledger(ledger)) {
			try (Load load = new Load(this.newspaper.site(), this.newspaper.audience(), this.newspaper.editor(),
					written, plan, this.seed, prefix)) {
				load.begin();
				load.awaitEnd();
			}
		}
	}

	/**
	 * Runs it.
	 * @param scenario what breaks
	 * @param ledger the file for everything that is written
	 * @param times how many times as long the load takes and recovery may take; what
	 * breaks is broken no longer
	 * @return how it went
	 * @throws InterruptedException if it is given up
	 */
	Result run(Scenario scenario, Path ledger, double times) throws InterruptedException {
		LoadPlan usual = this.plan.spread(scenario.cast().spread());
		LoadPlan plan = usual.spread(times);
		Random random = new Random(this.seed ^ scenario.id().hashCode());
		String prefix = scenario.id().toLowerCase(Locale.ROOT);
		try (Ledger written = new Ledger(ledger)) {
			int since = this.newspaper.topics().read().size();
			try (Load load = new Load(this.newspaper.site(), this.newspaper.audience(), this.newspaper.editor(),
					written, plan, random.nextLong(), prefix)) {
				Stage stage = new Stage(this.newspaper.platform(), this.newspaper.data(), this.newspaper.wiring(),
						this.newspaper.disks(), this.newspaper.site(), load, usual.length(), times, random);
				load.begin();
				scenario.happen(stage);
				Samples samples = load.awaitEnd();
				samples.write(ledger.resolveSibling(scenario.id() + "-requests.tsv"), stage.mended());
				scenario.afterwards(stage);
				Verdict verdict = verdict(written, load, prefix, since);
				return Result.of(scenario, plan, times, stage, written.entries(), samples, load, verdict);
			}
		}
		finally {
			this.newspaper.wiring().mend();
		}
	}

	/** Every gateway must show the same, so each is asked alone until one is wrong. */
	private Verdict verdict(Ledger written, Load load, String prefix, int since) {
		Verdict verdict = new Verdict(List.of(), 0, 0);
		for (URI gateway : this.newspaper.platform().gateways()) {
			if (verdict.isClean()) {
				verdict = new Investigation(new Site(List.of(gateway)), this.newspaper.audience(),
						this.newspaper.topics(), this.newspaper.database(), written, load, prefix, since)
					.judge(PATIENCE);
			}
		}
		return verdict;
	}

}
