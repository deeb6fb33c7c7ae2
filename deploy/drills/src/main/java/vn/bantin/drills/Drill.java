package vn.bantin.drills;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

import vn.bantin.drills.judge.Event;
import vn.bantin.drills.judge.Investigation;
import vn.bantin.drills.judge.Verdict;
import vn.bantin.drills.ledger.Ledger;
import vn.bantin.drills.load.Load;
import vn.bantin.drills.load.LoadPlan;
import vn.bantin.drills.load.Samples;
import vn.bantin.drills.load.Site;
import vn.bantin.drills.scenario.Cast;
import vn.bantin.drills.scenario.Pace;
import vn.bantin.drills.scenario.Scenario;
import vn.bantin.drills.scenario.Stage;
import vn.bantin.local.harness.Compilers;
import vn.bantin.local.harness.Processors;

/** One scenario, from the first reader to the verdict. */
final class Drill {

	/** What is accepted may still be under way for so long when all is well again. */
	private static final Duration PATIENCE = Duration.ofSeconds(30);

	/** What is asked of a newspaper that warms up, as a share of the load. */
	private static final double EASY = 0.5;

	/** Rounds of the warm-up, of 25 s each. */
	private static final int LONGEST_WARM_UP = 12;

	/** Rounds for the one service that was started again. */
	private static final int AFTER_THE_START = 3;

	/**
	 * Compilers that take less of the processors' time are done with what is asked for.
	 */
	private static final double COMPILING = 0.05;

	private final Newspaper newspaper;

	private final LoadPlan plan;

	private final long seed;

	/** How many records of the topics were judged. */
	private int judged;

	/** The scenario before did not come to its end, and may have left parts killed. */
	private boolean brokenOff;

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
		undisturbed(LoadPlan.WARM_UP, "exercise", ledger, Load::hurry);
	}

	/**
	 * Lets the newspaper run with nothing broken, as fast as it can, until hardly
	 * anything is left to be compiled. Processes that have just started compile what they
	 * run, on the processors that they should answer with, and at the load's steady rate
	 * that takes longer than a drill. Where the machine is the bottleneck, all that is
	 * late is late because of it: what half the load takes says how much time the whole
	 * one needs.
	 * @param cast who is to be warmed up
	 * @param ledger the file for everything that is written
	 * @return how long things take on this machine
	 * @throws InterruptedException if it is given up
	 */
	Pace warmUp(Cast cast, Path ledger) throws InterruptedException {
		LoadPlan easy = this.plan.spread(cast.spread() / EASY).lasting(LoadPlan.WARM_UP.length());
		compile(easy, "warm", ledger, LONGEST_WARM_UP);
		Duration start = this.newspaper.timeOfStart();
		compile(easy, "again", ledger, AFTER_THE_START);
		Processors before = Processors.now();
		undisturbed(easy, "easy", ledger, Load::begin);
		return Pace.of(Processors.now().since(before).share() / EASY, start);
	}

	private void compile(LoadPlan plan, String prefix, Path ledger, int longest) throws InterruptedException {
		for (int round = 0; round < longest; round++) {
			if (compiling(plan, prefix + round, ledger) < COMPILING) {
				return;
			}
		}
	}

	/** The share of the processors' time that compilers take while all are in a hurry. */
	private double compiling(LoadPlan plan, String prefix, Path ledger) throws InterruptedException {
		Compilers before = this.newspaper.compilers();
		Processors machine = Processors.now();
		undisturbed(plan, prefix, ledger, Load::hurry);
		return (double) this.newspaper.compilers().since(before) / Processors.now().since(machine).all();
	}

	private void undisturbed(LoadPlan plan, String prefix, Path ledger, Consumer<Load> beginning)
			throws InterruptedException {
		try (Ledger written = new Ledger(ledger)) {
			try (Load load = new Load(this.newspaper.site(), this.newspaper.audience(), this.newspaper.editor(),
					written, plan, this.seed, prefix)) {
				beginning.accept(load);
				load.awaitEnd();
			}
		}
	}

	/**
	 * Runs it.
	 * @param scenario what breaks
	 * @param ledger the file for everything that is written
	 * @param pace how many times as long the load takes and recovery may take; what
	 * breaks is broken no longer
	 * @return how it went
	 * @throws InterruptedException if it is given up
	 */
	Result run(Scenario scenario, Path ledger, Pace pace) throws InterruptedException {
		LoadPlan usual = this.plan.spread(scenario.spread());
		LoadPlan plan = usual.spread(pace.load());
		Random random = new Random(this.seed ^ scenario.id().hashCode());
		String prefix = scenario.id().toLowerCase(Locale.ROOT);
		if (this.brokenOff) {
			this.newspaper.startWhatIsAway();
		}
		this.brokenOff = true;
		try (Ledger written = new Ledger(ledger)) {
			List<String> late = putAsideSinceTheLastLook();
			int since = this.newspaper.topics().size();
			try (Load load = new Load(this.newspaper.site(), this.newspaper.audience(), this.newspaper.editor(),
					written, plan, random.nextLong(), prefix)) {
				Stage stage = new Stage(this.newspaper.platform(), this.newspaper.data(), this.newspaper.wiring(),
						this.newspaper.disks(), this.newspaper.site(), load, usual, pace, random);
				load.begin();
				scenario.happen(stage);
				Samples samples = load.awaitEnd();
				samples.write(ledger.resolveSibling(scenario.id() + "-requests.tsv"), stage.mended());
				scenario.afterwards(stage);
				Verdict verdict = verdict(written, load, prefix, since, pace);
				this.judged = this.newspaper.topics().size();
				Figures figures = Figures.of(written.entries(), samples, stage.mended(), load.stalest());
				List<String> breaches = Stream.of(late, load.contradictions(), stage.breaches())
					.flatMap(List::stream)
					.toList();
				this.brokenOff = false;
				return new Result(scenario, verdict, figures, breaches,
						figures.beyond(scenario.limits().after(stage.toFold()).on(pace), plan.isWhole()),
						stage.remarks());
			}
		}
		finally {
			this.newspaper.wiring().mend();
		}
	}

	/**
	 * Looks once more when no other scenario follows that would.
	 * @return what was found broken, in words; nothing when the last scenario broke off,
	 * since Kafka may be away then
	 */
	List<String> lookOnceMore() {
		return this.brokenOff ? List.of() : putAsideSinceTheLastLook();
	}

	/**
	 * What was put aside after the scenario before was judged, or while the newspaper
	 * warmed up.
	 */
	private List<String> putAsideSinceTheLastLook() {
		List<Event> events = this.newspaper.topics().read();
		return events.subList(this.judged, events.size())
			.stream()
			.filter(Event::isPutAside)
			.map((event) -> "while nothing was drilled, %s was put aside at %s, and no drill planted it"
				.formatted(event.key(), event.place()))
			.toList();
	}

	/** Every gateway must show the same, so each is asked alone until one is wrong. */
	private Verdict verdict(Ledger written, Load load, String prefix, int since, Pace pace) {
		Verdict verdict = new Verdict(List.of(), 0, 0);
		for (URI gateway : this.newspaper.platform().gateways()) {
			if (verdict.isClean()) {
				verdict = new Investigation(new Site(List.of(gateway)), this.newspaper.audience(),
						this.newspaper.topics(), this.newspaper.database(), written, load, prefix, since)
					.judge(pace.forRecovery(PATIENCE));
			}
		}
		return verdict;
	}

}
