package vn.bantin.benchmark.row;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import tools.jackson.databind.JsonNode;

import vn.bantin.benchmark.load.Publishers;
import vn.bantin.benchmark.load.Wrk;
import vn.bantin.benchmark.measure.Workload;
import vn.bantin.benchmark.report.Table;
import vn.bantin.benchmark.server.PopulatedNewspaper;
import vn.bantin.drills.newspaper.Pause;

/** How often article-service is asked for an article that changes while all read it. */
final class Hot {

	private static final int CHANGES = 10;

	private static final Duration BETWEEN = Duration.ofMillis(500);

	private static final String METER = "http_server_requests_seconds_count";

	private Hot() {
	}

	static void measure(Bench bench) {
		bench.say("a hot article that changes");
		PopulatedNewspaper newspaper = bench.newspaper();
		Publishers newsroom = new Publishers(newspaper);
		newsroom.login();
		JsonNode article = newsroom.publish(newsroom.create().expect(201, "A draft").json())
			.expect(200, "Publishing")
			.json();
		URI url = newspaper.at("/api/articles/" + article.path("id").asString());
		PopulatedNewspaper.awaitThat("the hot article can be read", () -> newspaper.client().get(url).status() == 200);
		Wrk readers = Wrk.reading(bench.scripts().read(), url);
		Duration length = BETWEEN.multipliedBy(CHANGES + 4);
		double before = asked(newspaper);
		Workload.Summary[] summary = new Workload.Summary[1];
		Thread reading = Thread.ofPlatform().start(() -> summary[0] = readers.run(length));
		for (int i = 0; i < CHANGES; i++) {
			Pause.of(BETWEEN);
			article = newsroom.correct(article, "Bản sửa " + i).json();
		}
		join(reading);
		double asked = asked(newspaper) - before;
		bench.report()
			.add("One hot article under load",
					new Table(List.of("changes", "requests", "calls of article-service", "calls per change", "errors"),
							List.of(List.of("" + CHANGES, "%,d".formatted(summary[0].requests()),
									"%.0f".formatted(asked), Table.figure(asked / CHANGES), "" + summary[0].errors()))),
					"32 readers ask for its JSON as fast as they are answered; the calls are for an article by its id, the first one included.");
	}

	/** Reads of the newsroom have another address. */
	private static double asked(PopulatedNewspaper newspaper) {
		return newspaper.meters("ARTICLE_SERVICE")
			.lines()
			.filter((line) -> line.startsWith(METER) && line.contains("uri=\"/api/articles/{id}\""))
			.mapToDouble((line) -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
			.sum();
	}

	private static void join(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted", ex);
		}
	}

}
