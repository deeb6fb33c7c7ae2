package vn.bantin.benchmark.row;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;

import vn.bantin.benchmark.content.GeneratedNews;
import vn.bantin.benchmark.load.OpenPage;
import vn.bantin.benchmark.load.Publishers;
import vn.bantin.benchmark.load.Steady;
import vn.bantin.benchmark.report.Table;
import vn.bantin.benchmark.server.PopulatedNewspaper;
import vn.bantin.drills.newspaper.Answer;
import vn.bantin.drills.newspaper.Pause;

/** How soon a change is visible to others, while readers come at a steady rate. */
final class Latencies {

	private static final int READERS_PER_SECOND = 40;

	private static final int PUBLICATIONS_PER_SECOND = 50;

	private static final int PUBLICATIONS_PER_SECOND_QUICK = 10;

	private static final int VOTED = 20;

	private static final int TRIES = 50;

	private static final int TRIES_QUICK = 10;

	private static final Duration INTERVAL = Duration.ofMillis(4);

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private final Bench bench;

	private final PopulatedNewspaper newspaper;

	private final Histogram inApi = new Histogram(3);

	private final Histogram onPage = new Histogram(3);

	private final Histogram corrected = new Histogram(3);

	private final Histogram retracted = new Histogram(3);

	private final Histogram inTally = new Histogram(3);

	private final Histogram pushed = new Histogram(3);

	private Latencies(Bench bench) {
		this.bench = bench;
		this.newspaper = bench.newspaper();
	}

	static void measure(Bench bench) {
		new Latencies(bench).measure();
	}

	private void measure() {
		this.bench.say("latencies under load");
		int tries = this.bench.quick() ? TRIES_QUICK : TRIES;
		Publishers newsroom = new Publishers(this.newspaper);
		newsroom.login();
		List<URI> read = List.of(this.newspaper.article(0), Reads.page(this.newspaper, 0));
		Optional<OpenPage> open = OpenPage.open(this.newspaper.at("/api/live?articles=" + GeneratedNews.id(VOTED)));
		Steady readers = Steady.readers(this.newspaper.client(), READERS_PER_SECOND, read);
		int perSecond = this.bench.quick() ? PUBLICATIONS_PER_SECOND_QUICK : PUBLICATIONS_PER_SECOND;
		Steady others = new Steady("other editors", perSecond, () -> publishes(newsroom));
		try (readers; others; OpenPage _ = open.orElse(null)) {
			for (int i = 0; i < tries; i++) {
				publish(newsroom);
				vote(open);
			}
		}
		report(open.isPresent(), readers, others, perSecond);
	}

	private static boolean publishes(Publishers newsroom) {
		Answer draft = newsroom.create();
		return draft.status() == 201 && newsroom.publish(draft.json()).status() == 200;
	}

	private void publish(Publishers newsroom) {
		JsonNode draft = newsroom.create().expect(201, "A draft").json();
		URI article = this.newspaper.at("/api/articles/" + draft.path("id").asString());
		URI page = this.newspaper.at(draft.path("url").asString());
		long start = System.nanoTime();
		JsonNode live = newsroom.publish(draft).expect(200, "Publishing").json();
		this.inApi.recordValue(since(start, "the article is in the API", () -> shows(article)));
		this.onPage.recordValue(since(start, "the article has a page", () -> shows(page)));
		String lead = "Bản sửa " + live.path("id").asString();
		start = System.nanoTime();
		live = newsroom.correct(live, lead).expect(200, "Correcting").json();
		this.corrected
			.recordValue(since(start, "the correction is everywhere", () -> shows(article, lead) && shows(page, lead)));
		start = System.nanoTime();
		newsroom.retract(live).expect(200, "Retracting");
		this.retracted.recordValue(since(start, "the article is gone everywhere", () -> gone(article) && gone(page)));
	}

	private boolean shows(URI url, String words) {
		Answer answer = this.newspaper.client().get(url);
		return answer.status() == 200 && answer.text().contains(words);
	}

	private boolean gone(URI url) {
		return this.newspaper.client().get(url).status() == 410;
	}

	private boolean shows(URI url) {
		return this.newspaper.client().get(url).status() == 200;
	}

	private void vote(Optional<OpenPage> open) {
		URI rating = this.newspaper.rating(VOTED);
		long before = count(rating);
		open.ifPresent(OpenPage::forget);
		long start = System.nanoTime();
		// The answer to a vote waits for the tally, so it is polled meanwhile.
		Thread voter = Thread.ofVirtual()
			.start(() -> this.newspaper.client().send("PUT", URI.create(rating + "/mine"), "{\"stars\": 4}"));
		this.inTally.recordValue(since(start, "the vote is counted", () -> count(rating) > before));
		open.flatMap(OpenPage::awaitTally).ifPresent((at) -> this.pushed.recordValue((at - start) / 1000));
		try {
			voter.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted", ex);
		}
	}

	private long count(URI rating) {
		return this.newspaper.client().get(rating).expect(200, "The rating").json().path("count").asLong();
	}

	private static long since(long start, String what, BooleanSupplier condition) {
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() - start > LIMIT.toNanos()) {
				throw new IllegalStateException("Timed out waiting until " + what);
			}
			Pause.of(INTERVAL);
		}
		return (System.nanoTime() - start) / 1000;
	}

	private void report(boolean live, Steady readers, Steady others, int perSecond) {
		long errors = readers.errors() + others.errors();
		List<List<String>> lines = new ArrayList<>();
		lines.add(line("publish → in the API", this.inApi));
		lines.add(line("publish → on its page", this.onPage));
		lines.add(line("corrected → in the API and on its page", this.corrected));
		lines.add(line("retracted → 410 at every address", this.retracted));
		lines.add(line("vote → in the tally", this.inTally));
		lines.add(line("vote → pushed to an open page", this.pushed));
		String note = "While %d readers a second asked for an article's JSON and its page in turn, and other editors published %d articles a second; %,d requests and %,d publications, %d failed. A correction is saved first, and that counts."
			.formatted(READERS_PER_SECOND, perSecond, readers.requests(), others.requests(), errors);
		if (!live) {
			note += " Nothing is pushed yet: `/api/live` is not there.";
		}
		if (errors > 0) {
			this.bench.report().addProblem("latencies: %d requests failed".formatted(errors));
		}
		if (live && this.pushed.getTotalCount() < this.inTally.getTotalCount()) {
			this.bench.report()
				.addProblem("latencies: %d of %d votes were not pushed".formatted(
						this.inTally.getTotalCount() - this.pushed.getTotalCount(), this.inTally.getTotalCount()));
		}
		this.bench.report()
			.add("How soon it is seen, in milliseconds",
					new Table(List.of("what", "p50", "p90", "p99", "longest", "tries"), lines), note);
	}

	private static List<String> line(String what, Histogram micros) {
		if (micros.getTotalCount() == 0) {
			return List.of(what, Table.NONE, Table.NONE, Table.NONE, Table.NONE, Table.NONE);
		}
		return List.of(what, millis(micros, 50), millis(micros, 90), millis(micros, 99), millis(micros, 100),
				Long.toString(micros.getTotalCount()));
	}

	private static String millis(Histogram micros, double percentile) {
		return Table.figure(micros.getValueAtPercentile(percentile) / 1e3);
	}

}
