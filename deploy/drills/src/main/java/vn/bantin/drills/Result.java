package vn.bantin.drills;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import vn.bantin.drills.judge.Finding;
import vn.bantin.drills.judge.Finding.Breach;
import vn.bantin.drills.judge.Verdict;
import vn.bantin.drills.ledger.Entry;
import vn.bantin.drills.ledger.Outcome;
import vn.bantin.drills.load.Kind;
import vn.bantin.drills.load.Load;
import vn.bantin.drills.load.LoadPlan;
import vn.bantin.drills.load.Samples;
import vn.bantin.drills.scenario.Limits;
import vn.bantin.drills.scenario.Pace;
import vn.bantin.drills.scenario.Scenario;
import vn.bantin.drills.scenario.Stage;

/**
 * How a scenario went.
 *
 * @param scenario which
 * @param verdict what the judge found
 * @param writes how many writes were accepted
 * @param refused how many were refused
 * @param unknown of how many nobody could say in the end whether they were accepted
 * @param reads how many reads there were
 * @param failedReads how many of them got no answer or an error
 * @param failedNews how many of those were for articles, lists or pages
 * @param news99 the time that 99 % of the reads of articles, lists and pages did not
 * exceed, from when they were due
 * @param resent how often a write had to be sent again
 * @param stalest how long the slowest change took to be seen after it was accepted
 * @param recovery how long after the fault's end all was well again; empty when it never
 * was for five seconds
 * @param breaches what the judge and the scenario found broken, in words
 * @param excesses what was more or took longer than is in order, in words
 * @param remarks what else there is to tell
 */
record Result(Scenario scenario, Verdict verdict, int writes, int refused, int unknown, int reads, int failedReads,
		int failedNews, Duration news99, int resent, Duration stalest, Optional<Duration> recovery,
		List<String> breaches, List<String> excesses, List<String> remarks) {

	private static final int FEWEST_WRITES = 2000;

	private static final int FEWEST_READS = 20000;

	Result {
		breaches = List.copyOf(breaches);
		excesses = List.copyOf(excesses);
		remarks = List.copyOf(remarks);
	}

	static Result of(Scenario scenario, LoadPlan plan, Pace pace, Stage stage, List<Entry> ledger, Samples samples,
			Load load, Verdict verdict) {
		int resent = ledger.stream().mapToInt((entry) -> entry.attempts() - 1).sum();
		Result bare = new Result(scenario, verdict, count(ledger, Outcome.ACK), count(ledger, Outcome.REFUSED),
				count(ledger, Outcome.UNKNOWN), samples.count(Kind::isRead), samples.failed(Kind::isRead),
				samples.failed(Kind::isNews), samples.percentile(Kind::isNews, 0.99), resent, load.stalest(),
				samples.recovery(stage.mended()), List.of(), List.of(), stage.remarks());
		return new Result(scenario, verdict, bare.writes, bare.refused, bare.unknown, bare.reads, bare.failedReads,
				bare.failedNews, bare.news99, bare.resent, bare.stalest, bare.recovery, bare.broken(stage, load),
				bare.beyond(plan, scenario.limits().on(pace), samples), bare.remarks);
	}

	private static int count(List<Entry> ledger, Outcome outcome) {
		return (int) ledger.stream().filter((entry) -> entry.outcome() == outcome).count();
	}

	private List<String> broken(Stage stage, Load load) {
		List<String> broken = new ArrayList<>();
		this.verdict.findings().stream().map(Result::sentence).forEach(broken::add);
		broken.addAll(load.contradictions());
		broken.addAll(stage.breaches());
		return broken;
	}

	private List<String> beyond(LoadPlan plan, Limits limits, Samples samples) {
		List<String> beyond = new ArrayList<>();
		share(beyond, "reads of articles, lists and pages", this.failedNews, samples.count(Kind::isNews),
				limits.newsErrors());
		share(beyond, "reads", this.failedReads, this.reads, limits.readErrors());
		Predicate<Kind> written = (kind) -> !kind.isRead();
		share(beyond, "writes", samples.failed(written), samples.count(written), limits.writeErrors());
		this.recovery.ifPresentOrElse((took) -> longest(beyond, "all was well again", took, limits.recovery()),
				() -> unseen(beyond, plan));
		longest(beyond, "the slowest change was seen", this.stalest, limits.stale());
		if (plan.isWhole() && (this.writes < FEWEST_WRITES || this.reads < FEWEST_READS)) {
			beyond.add("only %d writes accepted and %d reads: too little happened to prove anything"
				.formatted(this.writes, this.reads));
		}
		return beyond;
	}

	/** A short load may be over before. */
	private static void unseen(List<String> beyond, LoadPlan plan) {
		if (plan.isWhole()) {
			beyond.add("nobody saw all well again for five seconds");
		}
	}

	private static String sentence(Finding finding) {
		return "%s %s: %s".formatted(finding.fault(), finding.subject(), finding.text());
	}

	private static void share(List<String> beyond, String what, int failed, int all, double most) {
		if (failed > most * all) {
			beyond.add("%d of %d %s failed, at most %.1f %% may".formatted(failed, all, what, 100 * most));
		}
	}

	private static void longest(List<String> beyond, String what, Duration took, Duration most) {
		if (took.compareTo(most) > 0) {
			beyond.add("%s after %.1f s, at most %.1f s are in order".formatted(what, seconds(took), seconds(most)));
		}
	}

	static double seconds(Duration duration) {
		return duration.toMillis() / 1000.0;
	}

	/** Whether every promise was kept. */
	boolean isKept() {
		return this.breaches.isEmpty() && this.excesses.isEmpty();
	}

	int count(Breach breach) {
		return this.verdict.count(breach);
	}

	/** The share of failed reads, 0 to 1. */
	double readErrors() {
		return (this.reads > 0) ? (double) this.failedReads / this.reads : 0;
	}

}
