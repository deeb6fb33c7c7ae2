package vn.bantin.benchmark.row;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import vn.bantin.benchmark.content.GeneratedNews;
import vn.bantin.benchmark.content.Topics;
import vn.bantin.benchmark.load.Publishers;
import vn.bantin.benchmark.load.Voters;
import vn.bantin.benchmark.load.Wrk;
import vn.bantin.benchmark.measure.Meter;
import vn.bantin.benchmark.measure.Round;
import vn.bantin.benchmark.measure.Workload;
import vn.bantin.benchmark.report.Cost;
import vn.bantin.benchmark.report.Table;
import vn.bantin.benchmark.server.PopulatedNewspaper;
import vn.bantin.drills.newspaper.Answer;

/**
 * The cost of the same requests against the number of votes on one article, and against
 * the number of articles, each in a new newspaper.
 */
final class Growth {

	private static final List<Integer> ARTICLES = List.of(1_000, 10_000, 100_000);

	private static final List<Integer> ARTICLES_QUICK = List.of(1_000, 3_000);

	private static final List<Integer> VOTES = List.of(0, 10_000, 100_000);

	private static final List<Integer> VOTES_QUICK = List.of(0, 3_000);

	/** The first of the articles with votes; no other row uses them. */
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
		growth.votes(bench.quick() ? VOTES_QUICK : VOTES);
		growth.articles(sizes(bench.quick()));
	}

	/** In rising order. */
	static List<Integer> sizes(boolean quick) {
		return quick ? ARTICLES_QUICK : ARTICLES;
	}

	/** A size that fails must not cost the figures of those before. */
	private void articles(List<Integer> sizes) {
		// Nothing else may run beside what is measured.
		this.bench.newspaper().close();
		List<List<String>> lines = new ArrayList<>();
		try {
			sizes.forEach((size) -> lines.add(inNewNewspaper(size)));
		}
		finally {
			this.bench.report()
				.add("Growth with the articles: CPU-ms per request",
						new Table(List.of("articles", "article JSON", "article page", "list of 20",
								"search, words of many", "search, words of few", "vote", "publish",
								"article-service, PSS MiB"), lines),
						"");
		}
	}

	private List<String> inNewNewspaper(int size) {
		try (PopulatedNewspaper newspaper = this.bench.newspaper().another(size)) {
			newspaper.start();
			return line(this.bench.of(newspaper), size);
		}
	}

	private List<String> line(Bench bench, int size) {
		String where = "%,d articles".formatted(size);
		bench.say(where);
		PopulatedNewspaper newspaper = bench.newspaper();
		Publishers newsroom = new Publishers(newspaper);
		List<String> cells = new ArrayList<>();
		cells.add("%,d".formatted(size));
		cells.add(cost(bench, where, reading("article JSON", newspaper.article(size / 2))));
		cells.add(cost(bench, where, reading("article page", Reads.page(newspaper, size / 2))));
		cells.add(cost(bench, where, reading("list", newspaper.at(Reads.LIST))));
		cells.add(cost(bench, where, reading("search, words of many", newspaper.at(Reads.SEARCH))));
		cells.add(cost(bench, where, reading("search, words of few", newspaper.at(RARE))));
		String pss = Table.figure(newspaper.parts("article-service").pss());
		cells.add(cost(bench, where, voting(newspaper, VOTED)));
		cells.add(cost(bench, where, new Cell("publish", newsroom, newsroom::login)));
		cells.add(pss);
		return cells;
	}

	/**
	 * Rounds alternate, so that no count finds the services warmer than another. Votes of
	 * the warm-up are for another article, so that they do not add to those in question.
	 */
	private void votes(List<Integer> counts) {
		String where = "votes on one article";
		this.bench.say(where);
		seed(counts);
		PopulatedNewspaper newspaper = this.bench.newspaper();
		List<Cell> cells = new ArrayList<>();
		for (int i = 0; i < counts.size(); i++) {
			cells.add(reading("rating read", newspaper.rating(VOTED + i)));
			cells.add(voting(newspaper, VOTED + i));
		}
		List<String> costs = costs(this.bench, where,
				List.of(reading("rating read", newspaper.rating(VOTED)), voting(newspaper, VOTED + counts.size())),
				cells);
		List<List<String>> lines = new ArrayList<>();
		for (int i = 0; i < counts.size(); i++) {
			lines.add(List.of("%,d".formatted(counts.get(i)), costs.get(2 * i), costs.get(2 * i + 1)));
		}
		this.bench.report()
			.add("Growth with the votes on one article: CPU-ms per request",
					new Table(List.of("votes", "rating read", "vote"), lines),
					"The votes before are in the topic only, not in the stand-in for MongoDB.");
	}

	private void seed(List<Integer> counts) {
		try (Topics topics = this.bench.newspaper().topics()) {
			for (int i = 0; i < counts.size(); i++) {
				topics.vote(GeneratedNews.id(VOTED + i), counts.get(i), Instant.now());
			}
		}
		PopulatedNewspaper newspaper = this.bench.newspaper();
		for (int i = 0; i < counts.size(); i++) {
			URI rating = newspaper.rating(VOTED + i);
			int count = counts.get(i);
			PopulatedNewspaper.awaitThat("all votes are counted", () -> {
				Answer answer = newspaper.client().get(rating);
				return answer.status() == 200 && answer.json().path("count").asInt() >= count;
			});
		}
	}

	private Cell reading(String what, URI url) {
		return new Cell(what, Wrk.reading(this.bench.scripts().read(), url), () -> {
			/* anybody may read */ });
	}

	private Cell voting(PopulatedNewspaper newspaper, int number) {
		return new Cell("vote", new Voters(newspaper, this.bench.scripts(), number), () -> {
			/* readers need no login */ });
	}

	private String cost(Bench bench, String where, Cell cell) {
		return costs(bench, where, List.of(cell), List.of(cell)).getFirst();
	}

	private List<String> costs(Bench bench, String where, List<Cell> warmUp, List<Cell> cells) {
		warmUp.forEach((cell) -> Writes.warmUp(bench, cell.in(where), this.meter, cell.load(), cell.before()));
		List<List<Round>> rounds = cells.stream().<List<Round>>map((cell) -> new ArrayList<>()).toList();
		for (int round = 0; round < ROUNDS; round++) {
			for (int i = 0; i < cells.size(); i++) {
				Cell cell = cells.get(i);
				rounds.get(i).add(Writes.round(bench, cell.in(where), this.meter, cell.load(), cell.before()));
			}
		}
		List<String> costs = new ArrayList<>();
		for (int i = 0; i < cells.size(); i++) {
			Cost cost = Cost.alone(cells.get(i).in(where), rounds.get(i));
			cost.problems().forEach(bench.report()::addProblem);
			costs.add(Table.figure(cost.cpuMillis()));
		}
		return costs;
	}

	/**
	 * One kind of request.
	 *
	 * @param what in words
	 * @param load of these requests
	 * @param before runs before each round
	 */
	private record Cell(String what, Workload load, Runnable before) {

		private String in(String where) {
			return this.what + ", " + where;
		}

	}

}
