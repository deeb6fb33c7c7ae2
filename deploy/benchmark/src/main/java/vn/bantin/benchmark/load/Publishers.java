package vn.bantin.benchmark.load;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import vn.bantin.benchmark.content.GeneratedNews;
import vn.bantin.benchmark.measure.Workload;
import vn.bantin.benchmark.measure.Workload.Summary;
import vn.bantin.benchmark.server.PopulatedNewspaper;
import vn.bantin.drills.load.ClosedLoop;
import vn.bantin.drills.newspaper.Answer;
import vn.bantin.drills.newspaper.Newsroom;

/** Editors who publish articles of the usual length one after the other. */
public final class Publishers implements Workload {

	/** Above all numbers of the generated content. */
	private static final int FIRST = 1_000_000;

	private static final int EDITORS = 8;

	private final PopulatedNewspaper newspaper;

	private final GeneratedNews news = new GeneratedNews(Instant.EPOCH);

	private final AtomicInteger number = new AtomicInteger(FIRST);

	private volatile @Nullable Newsroom newsroom;

	/**
	 * Editors of a newspaper, who have to log in first.
	 * @param newspaper a running one
	 */
	public Publishers(PopulatedNewspaper newspaper) {
		this.newspaper = newspaper;
	}

	/** Logs in; to be done before each round, since a login lasts a few minutes only. */
	public void login() {
		this.newsroom = this.newspaper.login();
	}

	/**
	 * Writes a draft.
	 * @return the newsroom's answer
	 */
	public Answer create() {
		return newsroom().create(this.news.draft(this.number.getAndIncrement()).toString(), key());
	}

	/**
	 * Publishes a draft.
	 * @param draft as the newsroom answered it
	 * @return the newsroom's answer
	 */
	public Answer publish(JsonNode draft) {
		return newsroom().act(draft.path("id").asString(), draft.path("revision").asString(), "publish", "{}", key());
	}

	/**
	 * Corrects an article.
	 * @param article as the newsroom answered it last
	 * @param lead its new first words
	 * @return the newsroom's answer
	 */
	public Answer correct(JsonNode article, String lead) {
		String id = article.path("id").asString();
		ObjectNode text = this.news.draft(this.number.getAndIncrement())
			.put("title", article.path("title").asString())
			.put("lead", lead);
		JsonNode saved = newsroom().edit(id, article.path("revision").asString(), text.toString())
			.expect(200, "Saving")
			.json();
		return newsroom().act(id, saved.path("revision").asString(), "publish",
				"{\"correction\": \"Bản trước có sai sót.\"}", key());
	}

	/**
	 * Retracts an article.
	 * @param article as the newsroom answered it last
	 * @return the newsroom's answer
	 */
	public Answer retract(JsonNode article) {
		return newsroom().act(article.path("id").asString(), article.path("revision").asString(), "retract",
				"{\"reason\": \"Diễn tập\"}", key());
	}

	private Newsroom newsroom() {
		return Objects.requireNonNull(this.newsroom, "nobody has logged in");
	}

	private static String key() {
		return UUID.randomUUID().toString();
	}

	/**
	 * All editors publish as fast as they are answered, until every article can be read.
	 */
	@Override
	public Summary run(Duration duration) {
		long start = System.nanoTime();
		Queue<String> published = new ConcurrentLinkedQueue<>();
		Histogram micros = new ConcurrentHistogram(3);
		AtomicLong errors = new AtomicLong();
		new ClosedLoop(EDITORS, (begin) -> {
			Answer draft = create();
			if (draft.status() != 201 || publish(draft.json()).status() != 200) {
				errors.incrementAndGet();
				return;
			}
			micros.recordValue((System.nanoTime() - begin) / 1000);
			published.add(draft.json().path("id").asString());
		}).run(duration);
		for (String id : published) {
			PopulatedNewspaper.awaitThat("published articles can be read", () -> readable(id));
		}
		return new Summary(published.size(), (System.nanoTime() - start) / 1e9, 0, errors.get(),
				micros.getValueAtPercentile(50) / 1e3, micros.getValueAtPercentile(99) / 1e3, 0);
	}

	private boolean readable(String id) {
		return this.newspaper.client().get(this.newspaper.at("/api/articles/" + id)).status() == 200;
	}

}
