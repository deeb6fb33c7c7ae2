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
		Load voters = new Voters(bench.newspaper(), bench.scripts(), VOTED);
		measure(bench, "vote, until it stands in the tally", voters, () -> {
			/* readers need no login */ });
	}

	static void publish(Bench bench) {
		Newsroom newsroom = new Newsroom(bench.newspaper());
		measure(bench, "publish, until readers can read it", newsroom, newsroom::login);
	}

	private static void measure(Bench bench, String what, Load load, Runnable before) {
		bench.say(what);
		Shares shares = new Shares(bench.newspaper());
		List<Round> rounds = rounds(bench, bench.meter(), load, before, bench.rounds());
		bench.report().add(new Cost(what, rounds, "", List.of(), shares.inWords()));
		before.run();
		Profiling.add(bench, what, shares.first(), load);
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
