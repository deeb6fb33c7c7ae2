package vn.bantin.drills.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import vn.bantin.drills.ledger.Ledger;
import vn.bantin.drills.load.Writing.Written;

/**
 * Everybody at once, at a steady rate: readers, voters, the newsroom, and one reader who
 * watches how soon each vote is counted.
 */
public final class Load implements AutoCloseable {

	private static final int STANDING = 8;

	/** As many as are under way at once at most, of each sort. */
	private static final int CROWD = 600;

	/** Enough for two processors to have no rest. */
	private static final int READING = 16;

	/** A vote waits for the count most of its time. */
	private static final int VOTING = 4;

	/** Asked by turns, both instances behind both gateways have answered by then. */
	private static final int IN_A_ROW = 8;

	/** Longer than anybody waits for what was due to the last. */
	private static final Duration LONGEST = Duration.ofMinutes(6);

	private final Site site;

	private final Audience audience;

	private final LoadPlan plan;

	private final Samples samples = new Samples();

	private final Freshness freshness;

	private final Desk desk;

	private final List<String> articles = new ArrayList<>();

	private final Ballots ballots;

	private final Writing writing;

	private final List<Thread> threads = new ArrayList<>();

	private final List<Loop> loops = new ArrayList<>();

	private volatile boolean over;

	private final Random random;

	private final long begin;

	/**
	 * Publishes the articles that are read and rated, and waits until they can be.
	 * @param site the newspaper
	 * @param audience the readers; the last of them is the watching one
	 * @param token of an editor
	 * @param ledger where every write is noted
	 * @param plan how much
	 * @param seed decides who does what
	 * @param prefix begins the tokens in the titles of this load's articles
	 */
	public Load(Site site, Audience audience, String token, Ledger ledger, LoadPlan plan, long seed, String prefix) {
		this.site = site;
		this.audience = audience;
		this.plan = plan;
		this.random = new Random(seed);
		this.freshness = new Freshness(site);
		this.writing = new Writing(ledger, this.samples);
		this.desk = new Desk(site, token, this.writing, this.freshness, new Random(this.random.nextLong()), prefix);
		for (int i = 0; i <= STANDING; i++) {
			this.articles.add(this.desk.publishStanding());
		}
		for (String id : this.articles) {
			await("/api/articles/" + id);
			await("/api/articles/" + id + "/rating");
		}
		this.ballots = new Ballots(audience, this.writing, this.articles.subList(0, STANDING),
				new Random(this.random.nextLong()));
		this.begin = System.nanoTime();
	}

	private void await(String path) {
		Instant end = Instant.now().plusSeconds(30);
		while (!IntStream.range(0, IN_A_ROW).allMatch((i) -> this.site.get(path).status() == 200)) {
			if (Instant.now().isAfter(end)) {
				throw new IllegalStateException(path + " answers nothing even before the drill");
			}
			sleep(Duration.ofMillis(50));
		}
	}

	/** Begins, and comes back at once. */
	public void begin() {
		begin(new OpenLoop(this.plan.readsPerSecond(), CROWD, visitors()::step),
				new OpenLoop(this.plan.votesPerSecond(), CROWD, this.ballots::step));
	}

	/** The same with readers who read and vote again as soon as they are answered. */
	public void hurry() {
		begin(new ClosedLoop(READING, visitors()::step), new ClosedLoop(VOTING, this.ballots::step));
	}

	private void begin(Loop visitors, Loop ballots) {
		run("visitors", visitors);
		run("newsroom", new OpenLoop(this.plan.newsroomWritesPerSecond(), CROWD, this.desk::step));
		run("ballots", ballots);
		this.threads.add(Thread.ofPlatform().name("watching voter").start(this::watch));
	}

	private Visitors visitors() {
		List<String> read = this.articles.subList(0, STANDING);
		List<String> pages = read.stream()
			.map((id) -> this.site.get("/api/articles/" + id).json().path("url").asString())
			.toList();
		return new Visitors(this.site, this.samples, read, pages, new Random(this.random.nextLong()));
	}

	private void run(String name, Loop loop) {
		this.loops.add(loop);
		this.threads.add(Thread.ofPlatform().name(name).start(() -> loop.run(this.plan.length())));
	}

	private void watch() {
		String article = this.articles.getLast();
		int reader = this.audience.size() - 1;
		long end = System.nanoTime() + this.plan.length().toNanos();
		for (int i = 0; System.nanoTime() < end && !this.over; i++) {
			int stars = 1 + i % 5;
			Written written = this.ballots.vote(System.nanoTime(), reader, article, stars);
			if (written.accepted()) {
				this.freshness.watchSum(article, stars, written.entry().settled());
			}
			sleep(Duration.ofMillis(400));
		}
	}

	/**
	 * Waits until everything that was due is done, and every write settled.
	 * @return how it went
	 */
	public Samples awaitEnd() {
		for (Thread thread : this.threads) {
			try {
				if (!thread.join(this.plan.length().plus(LONGEST))) {
					throw new IllegalStateException("The load did not end: " + thread.getName());
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(ex);
			}
		}
		this.freshness.close();
		return this.samples;
	}

	/** Begins nothing any more, and sends nothing again; returns when all is quiet. */
	@Override
	public void close() {
		this.over = true;
		this.loops.forEach(Loop::end);
		this.writing.giveUp();
		this.freshness.giveUp();
		awaitEnd();
	}

	/**
	 * Repeats that were refused though the very same had been sent before.
	 * @return sentences
	 */
	public List<String> contradictions() {
		return this.writing.contradictions();
	}

	/**
	 * How long the slowest change took to be seen after it was accepted.
	 * @return zero when nothing changed
	 */
	public Duration stalest() {
		return this.freshness.delays().stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
	}

	/**
	 * The articles of this load.
	 * @return ids by the token in their titles
	 */
	public Map<String, String> articles() {
		return this.desk.ids();
	}

	/**
	 * The articles that votes were for.
	 * @return their ids
	 */
	public List<String> rated() {
		return List.copyOf(this.articles);
	}

	/**
	 * How far the load is.
	 * @return since it was ready
	 */
	public Duration elapsed() {
		return Duration.ofNanos(System.nanoTime() - this.begin);
	}

	private static void sleep(Duration length) {
		try {
			TimeUnit.MILLISECONDS.sleep(length.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
