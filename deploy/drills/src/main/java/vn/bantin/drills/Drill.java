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

/** One scenario, from the first reader to the verdict. */
final class Drill {

	/** What is accepted may still be under way for so long when all is well again. */
	private static final Duration PATIENCE = Duration.ofSeconds(30);

	/**
	 * Enough for a machine of a third of the speed; nobody waits longer for a slower one.
	 */
	private static final double LONGEST = 3;

	/** The share of the processors' time that may be used up before anything breaks. */
	private static final double MOST_BUSY = 0.9;

	private final Newspaper newspaper;

	private final LoadPlan plan;

	private final long seed;

	Drill(Newspaper newspaper, LoadPlan plan, long seed) {
		this.newspaper = newspaper;
		this.plan = plan;
		this.seed = seed;
	}

	/**
	 * Lets the newspaper run for a while with nothing broken. Processes that have just
	 * started compile what they run, on the processors that they should answer with.
	 * @param cast who is to be warmed up
	 * @param ledger the file for everything that is written
	 * @throws InterruptedException if it is given up
	 */
	void warmUp(Cast cast, Path ledger) throws InterruptedException {
		undisturbed(LoadPlan.WARM_UP.spread(cast.spread()), "warm", ledger);
	}

	/**
	 * How much time this machine needs for the load with nothing broken. Where the
	 * machine is the bottleneck all that is late is late because of it.
	 * @param cast who bears the load
	 * @param ledger the file for everything that is written
	 * @return 1 for the usual time, and at most {@link #LONGEST}
	 * @throws InterruptedException if it is given up
	 */
	double timesNeeded(Cast cast, Path ledger) throws InterruptedException {
		double times = 1;
		while (times < LONGEST) {
			LoadPlan sample = this.plan.spread(cast.spread() * times).lasting(LoadPlan.WARM_UP.length());
			Processors before = Processors.now();
			undisturbed(sample, "pace" + Math.round(times * 10), ledger);
			if (Processors.now().busySince(before) <= MOST_BUSY) {
				return times;
			}
			times += 0.5;
		}
		return LONGEST;
	}

	private void undisturbed(LoadPlan plan, String prefix, Path ledger) throws InterruptedException {
		try (Ledger written = new Ledger(ledger)) {
			Load load = new Load(this.newspaper.site(), this.newspaper.audience(), this.newspaper.editor(), written,
					plan, this.seed, prefix);
			load.begin();
			load.awaitEnd();
		}
	}

	/**
	 * Runs it.
	 * @param scenario what breaks
	 * @param ledger the file for everything that is written
	 * @param times how many times as long the load takes; what breaks is broken no longer
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
			Load load = new Load(this.newspaper.site(), this.newspaper.audience(), this.newspaper.editor(), written,
					plan, random.nextLong(), prefix);
			Stage stage = new Stage(this.newspaper.platform(), this.newspaper.data(), this.newspaper.wiring(),
					this.newspaper.disks(), this.newspaper.site(), load, usual.length(), random);
			load.begin();
			scenario.happen(stage);
			Samples samples = load.awaitEnd();
			scenario.afterwards(stage);
			Verdict verdict = verdict(written, load, prefix, since);
			return Result.of(scenario, plan, stage, written.entries(), samples, load.stalest(), verdict);
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
