package vn.bantin.benchmark.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import vn.bantin.benchmark.content.GeneratedNews;
import vn.bantin.benchmark.content.Topics;
import vn.bantin.benchmark.measure.ProcessGroup;
import vn.bantin.local.harness.Builds;
import vn.bantin.local.harness.Folder;
import vn.bantin.local.launcher.Options;
import vn.bantin.local.launcher.Ports;
import vn.bantin.local.launcher.Supervisor;
import vn.bantin.local.launcher.Surroundings;
import vn.bantin.local.launcher.Wires;

/**
 * A newspaper of our own on free ports, with generated content.
 */
public final class Newspaper implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private static final Duration LOOK = Duration.ofSeconds(1);

	/** Below this share of one core nothing is being worked on. */
	private static final double QUIET = 0.3;

	/** On a slow machine rest costs more, but never much more for some seconds. */
	private static final double STEADY = 2 * QUIET;

	private static final int STEADY_LOOKS = 3;

	private static final int LOOKS_UNTIL_GIVEN_UP = 60;

	private static final int LAST_ONES = 100;

	private final Ports ports = Ports.free();

	private final Supervisor platform;

	private final Web web = new Web();

	private final int articles;

	private final Path data;

	private final List<String> jvm;

	private final BiConsumer<String, Duration> ready;

	/**
	 * Plans a newspaper; nothing is started yet.
	 * @param data where it keeps everything
	 * @param articles how many it shall have
	 * @param jvm options of the services' JVMs
	 * @param ready is told each part that became ready, and after how long
	 */
	public Newspaper(Path data, int articles, List<String> jvm, BiConsumer<String, Duration> ready) {
		this.articles = articles;
		this.data = data;
		this.jvm = List.copyOf(jvm);
		this.ready = ready;
		this.platform = new Supervisor(Options.usual(data).bare(), this.ports,
				new Surroundings(Wires.DIRECT, Map.of(), jvm, Builds.USUAL), ready);
	}

	/**
	 * Plans one like this beside it, with data and ports of its own.
	 * @param articles how many it shall have
	 * @return a newspaper that is not started yet
	 */
	public Newspaper another(int articles) {
		return new Newspaper(this.data.resolveSibling("newspaper-" + articles), articles, this.jvm, this.ready);
	}

	/** Starts it and fills it; returns when readers can see all of the content. */
	public void start() {
		this.platform.start();
		GeneratedNews news = new GeneratedNews(
				Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(this.articles + 60L));
		try (Topics topics = topics()) {
			topics.publish(news, this.articles);
		}
		awaitThat("all articles can be read", this::showsAll);
		awaitThat("all articles can be rated", () -> newestHave(this::rating));
		if (!settle()) {
			throw new IllegalStateException("With its content taken in the newspaper did not come to rest");
		}
	}

	/**
	 * In each partition the events have an order: who shows the last ones has them all.
	 */
	private boolean showsAll() {
		String newest = this.web.get(at("/api/articles?limit=1")).text();
		return newest.contains(GeneratedNews.id(this.articles - 1)) && newestHave(this::article)
				&& folded() >= this.articles;
	}

	private boolean newestHave(IntFunction<URI> address) {
		return IntStream.range(Math.max(this.articles - LAST_ONES, 0), this.articles)
			.mapToObj(address)
			.allMatch((url) -> this.web.get(url).status() == 200);
	}

	private long folded() {
		URI meters = URI.create("http://127.0.0.1:" + port("ARTICLE_SERVICE_MANAGEMENT_PORT") + "/actuator/prometheus");
		return this.web.get(meters)
			.text()
			.lines()
			.filter((line) -> line.startsWith("bantin_article_folded_total"))
			.mapToLong((line) -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
			.sum();
	}

	/**
	 * Waits until nothing is being worked on any more, a minute at most.
	 * @return whether it is so
	 */
	public boolean settle() {
		ProcessGroup whole = whole();
		int steady = 0;
		for (int look = 0; look < LOOKS_UNTIL_GIVEN_UP; look++) {
			double before = whole.cpuMillis();
			Pause.of(LOOK);
			double share = (whole.cpuMillis() - before) / LOOK.toMillis();
			steady = (share < STEADY) ? steady + 1 : 0;
			if (share < QUIET || steady == STEADY_LOOKS) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Waits until something is so.
	 * @param what what is waited for
	 * @param condition says whether it is so
	 * @throws IllegalStateException if it takes more than ten minutes
	 */
	public static void awaitThat(String what, BooleanSupplier condition) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() > end) {
				throw new IllegalStateException("Waited in vain until " + what);
			}
			Pause.of(Duration.ofMillis(200));
		}
	}

	/**
	 * Writes into its topics.
	 * @return to be closed by the caller
	 */
	public Topics topics() {
		return new Topics(this.platform.kafkaBrokers());
	}

	/**
	 * A public address.
	 * @param path from the root, with its query
	 * @return the address at the gateway
	 */
	public URI at(String path) {
		return this.platform.gateway().resolve(path);
	}

	/**
	 * An address past the gateway.
	 * @param path from the root, with its query
	 * @return the address at article-service
	 */
	public URI atArticleService(String path) {
		return URI.create("http://127.0.0.1:" + port("ARTICLE_SERVICE_PORT")).resolve(path);
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

	private int port(String variable) {
		return Objects.requireNonNull(this.ports.byVariable().get(variable), variable);
	}

	/**
	 * How many articles it was filled with.
	 * @return the count
	 */
	public int articles() {
		return this.articles;
	}

	/**
	 * The processes.
	 * @return the platform that runs them
	 */
	public Supervisor platform() {
		return this.platform;
	}

	/**
	 * A client of it.
	 * @return one for all
	 */
	public Web web() {
		return this.web;
	}

	/**
	 * All of its processes, stand-ins for Kafka and MongoDB too.
	 * @return the group
	 */
	public ProcessGroup whole() {
		return new ProcessGroup(() -> this.platform.parts().stream().map(this::pid).toList());
	}

	/**
	 * Some of its processes.
	 * @param parts their names
	 * @return the group
	 */
	public ProcessGroup parts(String... parts) {
		List<String> names = Arrays.asList(parts);
		return new ProcessGroup(() -> names.stream().map(this::pid).toList());
	}

	private long pid(String part) {
		return this.platform.process(part).pid();
	}

	/** Ends it, and with it all that it kept. */
	@Override
	public void close() {
		this.platform.close();
		Folder.delete(this.data);
	}

}
