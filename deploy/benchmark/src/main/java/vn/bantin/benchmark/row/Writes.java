package vn.bantin.benchmark.row;

import java.util.ArrayList;
import java.util.List;

import vn.bantin.benchmark.load.Publishers;
import vn.bantin.benchmark.load.Voters;
import vn.bantin.benchmark.measure.Meter;
import vn.bantin.benchmark.measure.Round;
import vn.bantin.benchmark.measure.Workload;
import vn.bantin.benchmark.report.Cost;

/** Writes of readers and editors, with all their effects. */
final class Writes {

	/** The number of the article that is voted for. */
	private static final int VOTED = 10;

	private Writes() {
	}

	static void vote(Bench bench) {
		Workload voters = new Voters(bench.newspaper(), bench.scripts(), VOTED);
		measure(bench, "vote, until it stands in the tally",
				"response times are those of the answer, which waits up to 0.7 s for the count", voters, () -> {
					/* readers need no login */ });
	}

	static void publish(Bench bench) {
		Publishers newsroom = new Publishers(bench.newspaper());
		measure(bench, "publish, until readers can read it",
				"response times are those of draft and publication together", newsroom, newsroom::login);
	}

	private static void measure(Bench bench, String what, String waiting, Workload load, Runnable before) {
		bench.say(what);
		Shares shares = new Shares(bench.newspaper());
		warmUp(bench, what, bench.meter(), load, before);
		List<Round> rounds = new ArrayList<>();
		for (int i = 0; i < bench.rounds(); i++) {
			rounds.add(round(bench, what, bench.meter(), shares.of(load), before));
		}
		bench.report().add(new Cost(what, rounds, "", List.of(), shares.inWords() + "; " + waiting));
		before.run();
		Profiling.add(bench, what, shares.first(), load);
	}

	static void warmUp(Bench bench, String what, Meter meter, Workload load, Runnable before) {
		before.run();
		bench.settle(what);
		bench.warmUp(what, meter, load, bench.newspaper().whole());
	}

	static Round round(Bench bench, String what, Meter meter, Workload load, Runnable before) {
		before.run();
		bench.settle(what);
		return meter.round(load, bench.newspaper().whole());
	}

}
