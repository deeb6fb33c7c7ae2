package vn.bantin.benchmark.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import vn.bantin.benchmark.content.GeneratedNews;
import vn.bantin.benchmark.content.Topics;
import vn.bantin.benchmark.measure.Idle;
import vn.bantin.benchmark.measure.ProcessGroup;
import vn.bantin.drills.newspaper.Newspaper;
import vn.bantin.drills.newspaper.Pause;
import vn.bantin.local.harness.Builds;
import vn.bantin.local.harness.Folder;
import vn.bantin.local.launcher.Surroundings;
import vn.bantin.local.launcher.Wires;

/** A newspaper with generated articles, idle until load is put on it. */
public final class PopulatedNewspaper extends Newspaper {

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private static final Duration INTERVAL = Duration.ofMillis(200);

	private static final int LAST_ONES = 100;

	private final int articles;

	private final List<String> jvm;

	private final BiConsumer<String, Duration> ready;

	/**
	 * Plans a newspaper; nothing is started yet.
	 * @param data where it keeps everything
	 * @param articles how many it has
	 * @param jvm options of the services' JVMs
	 * @param ready receives each part that became ready, and how long that took
	 */
	public PopulatedNewspaper(Path data, int articles, List<String> jvm, BiConsumer<String, Duration> ready) {
		super(data, Map.of(), new Surroundings(Wires.DIRECT, Surroundings.WITHOUT_LIMITS, jvm, Builds.USUAL), ready);
		this.articles = articles;
		this.jvm = List.copyOf(jvm);
		this.ready = ready;
	}

	/**
	 * Plans one like this, with data and ports of its own.
	 * @param articles how many it has
	 * @return a newspaper that is not started yet
	 */
	public PopulatedNewspaper another(int articles) {
		return new PopulatedNewspaper(data().resolveSibling("newspaper-" + articles), articles, this.jvm, this.ready);
	}

	/** Starts and fills it; returns when readers can see all of the content. */
	@Override
	public void start() {
		super.start();
		GeneratedNews news = new GeneratedNews(
				Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(this.articles + 60L));
		try (Topics topics = topics()) {
			topics.publish(news, this.articles);
		}
		awaitThat("all articles can be read", this::showsAll);
		awaitThat("all articles can be rated", () -> newestHave(this::rating));
		if (!settle()) {
			throw new IllegalStateException("After its content was read the newspaper did not become idle");
		}
	}

	/** Events are in order within each partition, so the last ones come last. */
	private boolean showsAll() {
		String newest = client().get(at("/api/articles?limit=1")).text();
		return newest.contains(GeneratedNews.id(this.articles - 1)) && newestHave(this::article)
				&& folded() >= this.articles;
	}

	private boolean newestHave(IntFunction<URI> address) {
		return IntStream.range(Math.max(this.articles - LAST_ONES, 0), this.articles)
			.mapToObj(address)
			.allMatch((url) -> client().get(url).status() == 200);
	}

	private long folded() {
		return meters("ARTICLE_SERVICE").lines()
			.filter((line) -> line.startsWith("bantin_projection_applied_total"))
			.mapToLong((line) -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
			.sum();
	}

	/**
	 * The meters of the first instance of a service.
	 * @param service the prefix of its ports' variables, such as {@code ARTICLE_SERVICE}
	 * @return a text, as Prometheus reads it
	 */
	public String meters(String service) {
		return client().get(address(service + "_MANAGEMENT_PORT").resolve("/actuator/prometheus")).text();
	}

	/**
	 * Waits until it is idle, a minute at most.
	 * @return whether it is
	 */
	public boolean settle() {
		return Idle.await(whole());
	}

	/**
	 * Polls a condition until it holds.
	 * @param what what is waited for, for the message
	 * @param condition says whether it holds
	 * @throws IllegalStateException if it takes more than ten minutes
	 */
	public static void awaitThat(String what, BooleanSupplier condition) {
		if (!Pause.until(PATIENCE, INTERVAL, condition)) {
			throw new IllegalStateException("Timed out waiting until " + what);
		}
	}

	/**
	 * Opens its topics for writing.
	 * @return to be closed by the caller
	 */
	public Topics topics() {
		return new Topics(platform().kafkaBrokers());
	}

	/**
	 * A public address.
	 * @param path from the root, with its query
	 * @return the address at the gateway
	 */
	public URI at(String path) {
		return platform().gateway().resolve(path);
	}

	/**
	 * An address that bypasses the gateway.
	 * @param path from the root, with its query
	 * @return the address at article-service
	 */
	public URI atArticleService(String path) {
		return address("ARTICLE_SERVICE_PORT").resolve(path);
	}

	/**
	 * An article.
	 * @param number of the generated content
	 * @return its public address in the API
	 */
	public URI article(int number) {
		return at("/api/articles/" + GeneratedNews.id(number));
	}

	/**
	 * The rating of an article.
	 * @param number of the generated content
	 * @return its public address in the API
	 */
	public URI rating(int number) {
		return at("/api/articles/" + GeneratedNews.id(number) + "/rating");
	}

	/**
	 * How many articles it was filled with.
	 * @return the count
	 */
	public int articles() {
		return this.articles;
	}

	/**
	 * All of its processes, broker and database included.
	 * @return the group
	 */
	public ProcessGroup whole() {
		return new ProcessGroup(() -> pids(platform().parts()));
	}

	/**
	 * Some of its processes.
	 * @param parts their names
	 * @return the group
	 */
	public ProcessGroup parts(String... parts) {
		return new ProcessGroup(() -> pids(Arrays.asList(parts)));
	}

	/** Stops it and deletes all its data. */
	@Override
	public void close() {
		super.close();
		Folder.delete(data());
	}

}
