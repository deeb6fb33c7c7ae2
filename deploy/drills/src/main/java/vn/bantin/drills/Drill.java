package vn.bantin.drills;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

import vn.bantin.drills.judge.Event;
import vn.bantin.drills.judge.Verdict;
import vn.bantin.drills.ledger.Ledger;
import vn.bantin.drills.load.Load;
import vn.bantin.drills.load.LoadPlan;
import vn.bantin.drills.load.Samples;
import vn.bantin.drills.scenario.Pace;
import vn.bantin.drills.scenario.Scenario;
import vn.bantin.drills.scenario.Stage;

/** One scenario after the other on the same newspaper, each from load to verdict. */
final class Drill {

	/** How long an accepted write may take to arrive everywhere once all is well. */
	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final Testbed testbed;

	private final LoadPlan plan;

	private final long seed;

	/** How many records of the topics were judged. */
	private int judged;

	/** The last scenario did not finish, and may have left parts killed. */
	private boolean brokenOff;

	Drill(Testbed testbed, LoadPlan plan, long seed) {
		this.testbed = testbed;
		this.plan = plan;
		this.seed = seed;
	}

	/**
	 * Runs a scenario.
	 * @param scenario what breaks
	 * @param ledger the file for all writes
	 * @param pace how many times as long the load takes and recovery may take; the fault
	 * lasts no longer
	 * @return how it went
	 */
	Result run(Scenario scenario, Path ledger, Pace pace) {
		LoadPlan usual = this.plan.spread(scenario.spread());
		Random random = new Random(this.seed ^ scenario.id().hashCode());
		String prefix = scenario.id().toLowerCase(Locale.ROOT);
		if (this.brokenOff) {
			this.testbed.startWhatIsAway();
		}
		this.brokenOff = true;
		try (Ledger written = new Ledger(ledger)) {
			List<String> late = putAsideSinceTheLastLook();
			int since = this.testbed.topics().size();
			try (Load load = this.testbed.load(written, usual.spread(pace.load()), random.nextLong(), prefix)) {
				Stage stage = this.testbed.stage(load, usual, pace, random);
				load.begin();
				scenario.happen(stage);
				Samples samples = load.awaitEnd();
				samples.write(ledger.resolveSibling(scenario.id() + "-requests.tsv"), stage.mended());
				scenario.afterwards(stage);
				Verdict verdict = verdict(written, load, prefix, since, pace);
				this.judged = this.testbed.topics().size();
				Figures figures = Figures.of(written.entries(), samples, stage.mended(), load.stalest());
				List<String> breaches = Stream.of(late, load.contradictions(), stage.breaches())
					.flatMap(List::stream)
					.toList();
				this.brokenOff = false;
				return new Result(scenario, verdict, figures, breaches,
						figures.beyond(scenario.limits().after(stage.toFold()).on(pace), usual.isWhole()),
						stage.remarks());
			}
		}
		finally {
			this.testbed.mend();
		}
	}

	/**
	 * Looks at the topics again when no other scenario follows that would.
	 * @return breaches in words; none when the last scenario broke off, since Kafka may
	 * be away then
	 */
	List<String> lookOnceMore() {
		return this.brokenOff ? List.of() : putAsideSinceTheLastLook();
	}

	/** Records put aside after the last verdict, or during the warm-up. */
	private List<String> putAsideSinceTheLastLook() {
		List<Event> events = this.testbed.topics().read();
		return events.subList(this.judged, events.size())
			.stream()
			.filter(Event::isPutAside)
			.map((event) -> "while no drill ran, %s was put aside at %s, and no drill planted it".formatted(event.key(),
					event.place()))
			.toList();
	}

	/** Every gateway must show the same, so each is judged alone until one is wrong. */
	private Verdict verdict(Ledger written, Load load, String prefix, int since, Pace pace) {
		Verdict verdict = new Verdict(List.of(), 0, 0);
		for (URI gateway : this.testbed.platform().gateways()) {
			if (verdict.isClean()) {
				verdict = this.testbed.investigation(gateway, written, load, prefix, since)
					.judge(pace.forRecovery(PATIENCE));
			}
		}
		return verdict;
	}

}
