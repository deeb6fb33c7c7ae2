package vn.bantin.drills.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import vn.bantin.drills.ledger.Ledger;
import vn.bantin.drills.load.Writing.Written;
import vn.bantin.drills.newspaper.Newsroom;
import vn.bantin.drills.newspaper.Pause;
import vn.bantin.drills.newspaper.Site;

/**
 * The whole load at a steady rate: readers, voters, the newsroom, and one reader who
 * watches how soon each vote is counted.
 */
public final class Load implements AutoCloseable {

	private static final int STANDING = 8;

	/** The most requests in flight at once, of each kind. */
	private static final int MOST_IN_FLIGHT = 600;

	/** Enough to keep two processors busy. */
	private static final int READING = 16;

	/** A vote spends most of its time waiting for the count. */
	private static final int VOTING = 4;

	/** Round robin, both instances behind both gateways have answered by then. */
	private static final int IN_A_ROW = 8;

	private static final Duration READABLE = Duration.ofSeconds(30);

	/** Longer than any write is retried. */
	private static final Duration DRAIN = Duration.ofMinutes(6);

	private final Site site;

	private final Readers readers;

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
	 * @param readers the last of them is the one who watches
	 * @param newsroom an editor's login
	 * @param ledger where every write is noted
	 * @param plan how much
	 * @param seed decides who does what
	 * @param prefix begins the tokens in the titles of this load's articles
	 */
	public Load(Site site, Readers readers, Newsroom newsroom, Ledger ledger, LoadPlan plan, long seed, String prefix) {
		this.site = site;
		this.readers = readers;
		this.plan = plan;
		this.random = new Random(seed);
		this.freshness = new Freshness(site);
		this.writing = new Writing(ledger, this.samples);
		this.desk = new Desk(newsroom, this.writing, this.freshness, new Random(this.random.nextLong()), prefix);
		for (int i = 0; i <= STANDING; i++) {
			this.articles.add(this.desk.publishStanding());
		}
		for (String id : this.articles) {
			await("/api/articles/" + id);
			await("/api/articles/" + id + "/rating");
		}
		this.ballots = new Ballots(readers, this.writing, this.articles.subList(0, STANDING),
				new Random(this.random.nextLong()));
		this.begin = System.nanoTime();
	}

	private void await(String path) {
		if (!Pause.until(READABLE, Duration.ofMillis(50),
				() -> IntStream.range(0, IN_A_ROW).allMatch((i) -> this.site.getAnew(path).status() == 200))) {
			throw new IllegalStateException(path + " cannot be read even before the drill");
		}
	}

	/** Starts in the background. */
	public void begin() {
		begin(new OpenLoop(this.plan.readsPerSecond(), MOST_IN_FLIGHT, visitors()::step),
				new OpenLoop(this.plan.votesPerSecond(), MOST_IN_FLIGHT, this.ballots::step));
	}

	/**
	 * Starts in the background, with readers who send the next request as soon as the
	 * last one is answered.
	 */
	public void hurry() {
		begin(new ClosedLoop(READING, visitors()::step), new ClosedLoop(VOTING, this.ballots::step));
	}

	private void begin(Loop visitors, Loop ballots) {
		run("visitors", visitors);
		run("newsroom", new OpenLoop(this.plan.newsroomWritesPerSecond(), MOST_IN_FLIGHT, this.desk::step));
		run("ballots", ballots);
		this.threads.add(Thread.ofPlatform().name("watching voter").start(this::watch));
	}

	private Visitors visitors() {
		List<String> read = this.articles.subList(0, STANDING);
		List<String> pages = read.stream()
			.map((id) -> this.site.get("/api/articles/" + id).json().path("url").asString())
			.toList();
		this.site.each().forEach((gateway) -> {
			pages.forEach(gateway::get);
			read.forEach((id) -> gateway.get("/api/articles/" + id));
		});
		return new Visitors(this.site, this.samples, read, pages, new Random(this.random.nextLong()));
	}

	private void run(String name, Loop loop) {
		this.loops.add(loop);
		this.threads.add(Thread.ofPlatform().name(name).start(() -> loop.run(this.plan.length())));
	}

	private void watch() {
		String article = this.articles.getLast();
		int reader = this.readers.size() - 1;
		long end = System.nanoTime() + this.plan.length().toNanos();
		for (int i = 0; System.nanoTime() < end && !this.over; i++) {
			int stars = 1 + i % 5;
			Written written = this.ballots.vote(System.nanoTime(), reader, article, stars);
			if (written.accepted()) {
				this.freshness.watchSum(article, stars, written.entry().settled());
			}
			Pause.of(Duration.ofMillis(400));
		}
	}

	/**
	 * Waits until the load is over and every write settled.
	 * @return all requests
	 */
	public Samples awaitEnd() {
		for (Thread thread : this.threads) {
			try {
				if (!thread.join(this.plan.length().plus(DRAIN))) {
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

	/** Starts and retries nothing more; returns when no request is in flight. */
	@Override
	public void close() {
		this.over = true;
		this.loops.forEach(Loop::end);
		this.writing.giveUp();
		this.freshness.giveUp();
		awaitEnd();
	}

	/**
	 * Retries that were refused although the same request had been sent before.
	 * @return sentences
	 */
	public List<String> contradictions() {
		return this.writing.contradictions();
	}

	/**
	 * How long the slowest change took from acceptance until readers saw it.
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
	 * The articles that were voted on.
	 * @return their ids
	 */
	public List<String> rated() {
		return List.copyOf(this.articles);
	}

	/**
	 * How long the load has been running.
	 * @return the time since it was ready
	 */
	public Duration elapsed() {
		return Duration.ofNanos(System.nanoTime() - this.begin);
	}

}
