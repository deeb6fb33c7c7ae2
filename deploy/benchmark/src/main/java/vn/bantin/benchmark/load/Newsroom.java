package vn.bantin.benchmark.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import tools.jackson.databind.JsonNode;
import vn.bantin.benchmark.content.GeneratedNews;
import vn.bantin.benchmark.measure.Figures;
import vn.bantin.benchmark.measure.Load;
import vn.bantin.benchmark.server.Newspaper;
import vn.bantin.benchmark.server.Web.Answer;
import vn.bantin.local.identity.TokenCommand;

/**
 * An editorial office that publishes articles of the usual length one after the other.
 */
public final class Newsroom implements Load {

	/** Above every number that generated content uses. */
	private static final int FIRST = 1_000_000;

	private static final int PEOPLE = 8;

	private static final String EDITOR = "editor";

	private static final String ARTICLES = "/api/newsroom/articles";

	private final Newspaper newspaper;

	private final GeneratedNews news = new GeneratedNews(Instant.EPOCH);

	private final AtomicInteger number = new AtomicInteger(FIRST);

	private volatile String token = "";

	/**
	 * The office of a newspaper.
	 * @param newspaper which runs already
	 */
	public Newsroom(Newspaper newspaper) {
		this.newspaper = newspaper;
	}

	/** Logs in; to be done before each round, since a login lasts some minutes only. */
	public void login() {
		try {
			this.token = new TokenCommand(this.newspaper.platform().issuer()).token(EDITOR, EDITOR);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The newsroom cannot log in", ex);
		}
	}

	/**
	 * Writes a draft.
	 * @return the newsroom's answer
	 */
	public Answer create() {
		String draft = this.news.draft(this.number.getAndIncrement()).toString();
		return post(ARTICLES, draft);
	}

	/**
	 * Publishes a draft.
	 * @param draft as the newsroom answered it
	 * @return the newsroom's answer
	 */
	public Answer publish(JsonNode draft) {
		return post(ARTICLES + "/" + draft.path("id").asString() + "/publish", "{}", "If-Match",
				"\"" + draft.path("revision").asString() + "\"");
	}

	private Answer post(String path, String body, String... headers) {
		List<String> all = new ArrayList<>(List.of(headers));
		all.addAll(List.of("Authorization", "Bearer " + this.token, "Idempotency-Key", UUID.randomUUID().toString()));
		return this.newspaper.web().send("POST", this.newspaper.at(path), body, all.toArray(String[]::new));
	}

	/**
	 * Several people publish as fast as they are answered, until every article can be
	 * read.
	 */
	@Override
	public Outcome run(Duration duration) {
		long start = System.nanoTime();
		long end = start + duration.toNanos();
		Queue<String> published = new ConcurrentLinkedQueue<>();
		Queue<Double> waits = new ConcurrentLinkedQueue<>();
		AtomicLong errors = new AtomicLong();
		try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int i = 0; i < PEOPLE; i++) {
				people.execute(() -> {
					while (System.nanoTime() < end) {
						publishOne(published, waits, errors);
					}
				});
			}
		}
		for (String id : published) {
			Newspaper.awaitThat("published articles can be read", () -> readable(id));
		}
		List<Double> all = waits.isEmpty() ? List.of(0.0) : List.copyOf(waits);
		return new Outcome(published.size(), (System.nanoTime() - start) / 1e9, Figures.percentile(all, 50),
				Figures.percentile(all, 99), errors.get());
	}

	private void publishOne(Queue<String> published, Queue<Double> waits, AtomicLong errors) {
		long start = System.nanoTime();
		Answer draft = create();
		if (draft.status() != 201 || publish(draft.json()).status() != 200) {
			errors.incrementAndGet();
			return;
		}
		waits.add((System.nanoTime() - start) / 1e6);
		published.add(draft.json().path("id").asString());
	}

	private boolean readable(String id) {
		return this.newspaper.web().get(this.newspaper.at("/api/articles/" + id)).status() == 200;
	}

}
