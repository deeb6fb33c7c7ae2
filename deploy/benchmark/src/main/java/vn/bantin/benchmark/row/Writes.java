package vn.bantin.benchmark.row;

import java.util.ArrayList;
import java.util.List;

import vn.bantin.benchmark.load.Newsroom;
import vn.bantin.benchmark.load.Voters;
import vn.bantin.benchmark.measure.Load;
import vn.bantin.benchmark.measure.Meter;
import vn.bantin.benchmark.measure.ProcessGroup;
import vn.bantin.benchmark.measure.Round;
import vn.bantin.benchmark.report.Cost;

/** What readers and the newsroom change, with all that follows from it. */
final class Writes {

	/** The article that is voted for. */
	private static final int VOTED = 10;

	private Writes() {
	}

	static void vote(Bench bench) {
		bench.say("vote");
		Load voters = new Voters(bench.newspaper(), bench.scripts(), VOTED);
		bench.report().add(Cost.alone("vote, until it stands in the tally", rounds(bench, bench.meter(), voters, () -> {
			/* readers need no login */ })));
		Profiling.add(bench, "vote", "rating-service", voters);
	}

	static void publish(Bench bench) {
		bench.say("publish");
		Newsroom newsroom = new Newsroom(bench.newspaper());
		bench.report()
			.add(Cost.alone("publish, until readers can read it",
					rounds(bench, bench.meter(), newsroom, newsroom::login)));
		Profiling.add(bench, "publish", "article-service", newsroom);
	}

	private static List<Round> rounds(Bench bench, Meter meter, Load load, Runnable before) {
		return rounds(bench, meter, load, before, bench.rounds());
	}

	static List<Round> rounds(Bench bench, Meter meter, Load load, Runnable before, int count) {
		ProcessGroup whole = bench.newspaper().whole();
		before.run();
		bench.newspaper().settle();
		meter.warmUp(load, whole);
		List<Round> rounds = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			before.run();
			bench.newspaper().settle();
			rounds.add(meter.round(load, whole));
		}
		return rounds;
	}

}
