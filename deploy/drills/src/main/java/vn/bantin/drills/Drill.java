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
	 * @return how many times as long this machine needs for the load of a drill with
	 * nothing broken: 1 to {@link #LONGEST}. Where the machine is the bottleneck all that
	 * is late is late because of it
	 * @throws InterruptedException if it is given up
	 */
	double warmUp(Cast cast, Path ledger) throws InterruptedException {
		LoadPlan warming = LoadPlan.WARM_UP.spread(cast.spread());
		try (Ledger written = new Ledger(ledger)) {
			Load load = new Load(this.newspaper.site(), this.newspaper.audience(), this.newspaper.editor(), written,
					warming, this.seed, "warm");
			load.begin();
			Thread.sleep(warming.length().dividedBy(2));
			Processors before = Processors.now();
			load.awaitEnd();
			double busy = Processors.now().busySince(before);
			return times(busy * this.plan.readsPerSecond() / LoadPlan.WARM_UP.readsPerSecond());
		}
	}

	/** In quarters, so that runs on one machine can be compared. */
	static double times(double demand) {
		return Math.clamp(Math.ceil(demand * 4) / 4, 1, LONGEST);
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
