package vn.bantin.benchmark.row;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import vn.bantin.benchmark.content.GeneratedNews;
import vn.bantin.benchmark.content.Topics;
import vn.bantin.benchmark.load.Newsroom;
import vn.bantin.benchmark.load.Voters;
import vn.bantin.benchmark.load.Wrk;
import vn.bantin.benchmark.measure.Load;
import vn.bantin.benchmark.measure.Meter;
import vn.bantin.benchmark.report.Cost;
import vn.bantin.benchmark.report.Table;
import vn.bantin.benchmark.server.Newspaper;

/**
 * The cost of the same requests against the number of articles, each number in a
 * newspaper of its own, and against the number of votes on one article.
 */
final class Growth {

	private static final List<Integer> ARTICLES = List.of(1_000, 10_000, 100_000);

	private static final List<Integer> ARTICLES_FOR_A_LOOK = List.of(1_000, 3_000);

	private static final List<Integer> VOTES = List.of(0, 10_000, 100_000);

	private static final List<Integer> VOTES_FOR_A_LOOK = List.of(0, 3_000);

	/** The first of the articles that get votes; no other row votes for them. */
	private static final int VOTED = 30;

	/** A word that one of 200 articles has. */
	private static final String RARE = "/api/articles?q=chuy%C3%AAn+%C4%91%E1%BB%81+017";

	private static final int ROUNDS = 2;

	private final Bench bench;

	private final Meter meter;

	private Growth(Bench bench) {
		this.bench = bench;
		this.meter = bench.meter().brief();
	}

	static void measure(Bench bench) {
		Growth growth = new Growth(bench);
		growth.votes(bench.quick() ? VOTES_FOR_A_LOOK : VOTES);
		growth.articles(bench.quick() ? ARTICLES_FOR_A_LOOK : ARTICLES);
	}

	private void articles(List<Integer> sizes) {
		SortedMap<Integer, List<String>> lines = new TreeMap<>();
		int known = this.bench.newspaper().articles();
		if (sizes.contains(known)) {
			lines.put(known, line(this.bench, known));
		}
		// Nothing that is not measured shall run beside the others.
		this.bench.newspaper().close();
		sizes.stream().filter((size) -> size != known).forEach((size) -> lines.put(size, inNewspaperOfItsOwn(size)));
		this.bench.report()
			.add("Growth with the articles: CPU-ms per request",
					new Table(
							List.of("articles", "article JSON", "list of 20", "search, words of many",
									"search, words of few", "publish", "article-service, PSS MiB"),
							List.copyOf(lines.values())),
					"");
	}

	private List<String> inNewspaperOfItsOwn(int size) {
		Bench own = this.bench;
		try (Newspaper newspaper = own.newspaper().another(size)) {
			newspaper.start();
			return line(new Bench(newspaper, own.nginx(), own.scripts(), own.meter(), own.rounds(), own.quick(),
					own.folder(), own.report(), own.progress()), size);
		}
	}

	private List<String> line(Bench bench, int size) {
		bench.say("%,d articles".formatted(size));
		Newspaper newspaper = bench.newspaper();
		Newsroom newsroom = new Newsroom(newspaper);
		List<String> cells = new ArrayList<>();
		cells.add("%,d".formatted(size));
		cells.add(read(bench, "article JSON", newspaper.article(size / 2)));
		cells.add(read(bench, "list", newspaper.at(Reads.LIST)));
		cells.add(read(bench, "search", newspaper.at(Reads.SEARCH)));
		cells.add(read(bench, "search", newspaper.at(RARE)));
		cells.add(cost(bench, "publish", newsroom, newsroom::login));
		cells.add(Table.figure(newspaper.parts("article-service").pss()));
		return cells;
	}

	private void votes(List<Integer> counts) {
		this.bench.say("votes on one article");
		List<List<String>> lines = new ArrayList<>();
		seed(counts);
		for (int i = 0; i < counts.size(); i++) {
			Load voters = new Voters(this.bench.newspaper(), this.bench.scripts(), VOTED + i);
			List<String> cells = new ArrayList<>();
			cells.add("%,d".formatted(counts.get(i)));
			cells.add(read(this.bench, "rating", this.bench.newspaper().rating(VOTED + i)));
			cells.add(cost(this.bench, "vote", voters, () -> {
				/* readers need no login */ }));
			lines.add(cells);
		}
		this.bench.report()
			.add("Growth with the votes on one article: CPU-ms per request",
					new Table(List.of("votes", "rating read", "vote"), lines),
					"The votes before stand in the topic only, not in the stand-in for MongoDB.");
	}

	private void seed(List<Integer> counts) {
		try (Topics topics = this.bench.newspaper().topics()) {
			for (int i = 0; i < counts.size(); i++) {
				topics.vote(GeneratedNews.id(VOTED + i), counts.get(i), Instant.now());
			}
		}
		Newspaper newspaper = this.bench.newspaper();
		for (int i = 0; i < counts.size(); i++) {
			URI rating = newspaper.rating(VOTED + i);
			int count = counts.get(i);
			Newspaper.awaitThat("all votes are counted",
					() -> newspaper.web().get(rating).expect(200, "The rating").json().path("count").asInt() >= count);
		}
	}

	private String read(Bench bench, String what, URI url) {
		bench.newspaper().web().get(url).expect(200, what);
		return cost(bench, what, Wrk.reading(bench.scripts().read(), url), () -> {
			/* anybody may read */ });
	}

	private String cost(Bench bench, String what, Load load, Runnable before) {
		Cost cost = Cost.alone(what + ", growth", Writes.rounds(bench, this.meter, load, before, ROUNDS));
		cost.problems().forEach(bench.report()::addProblem);
		return Table.figure(cost.cpuMillis());
	}

}
