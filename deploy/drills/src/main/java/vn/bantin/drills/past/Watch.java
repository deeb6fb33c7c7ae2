package vn.bantin.drills.past;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;

import vn.bantin.drills.newspaper.Answer;
import vn.bantin.drills.newspaper.Newsroom;
import vn.bantin.drills.newspaper.Pause;
import vn.bantin.drills.newspaper.Site;
import vn.bantin.drills.past.Chronicle.Look;
import vn.bantin.drills.topic.TopicReader;

/**
 * An editor who changes and retracts articles all the time, and readers who ask every
 * gateway for every address of them.
 */
public final class Watch implements AutoCloseable {

	private static final Pattern VERSION = Pattern.compile("Quá khứ (\\w+) đời (\\d+)");

	private static final List<String> LISTS = List.of("/", "/thoi-su", "/api/articles?section=thoi-su&limit=20");

	private static final int READERS_PER_GATEWAY = 2;

	private static final int MOST_VERSIONS = 5;

	/** How long a retracted article is still asked for. */
	private static final Duration AFTERWARDS = Duration.ofSeconds(4);

	private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

	private final Map<String, Site> gateways = new LinkedHashMap<>();

	private final Newsroom newsroom;

	private final Random random;

	private final Chronicle chronicle;

	private final Set<String> lagging = ConcurrentHashMap.newKeySet();

	private final Map<String, Article> articles = new ConcurrentHashMap<>();

	private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

	private final AtomicInteger looks = new AtomicInteger();

	private final AtomicInteger changes = new AtomicInteger();

	private final List<Thread> threads = new ArrayList<>();

	private volatile boolean over;

	/**
	 * Begins.
	 * @param gateways the newspaper through each gateway, the first one named
	 * {@code gateway}, the next one {@code gateway-2}
	 * @param newsroom an editor's login
	 * @param brokers where Kafka is, not disturbed by anything
	 * @param grace how long readers may get what was before an update
	 * @param seed decides what the editor does
	 */
	public Watch(List<Site> gateways, Newsroom newsroom, String brokers, Duration grace, long seed) {
		for (int i = 0; i < gateways.size(); i++) {
			this.gateways.put((i == 0) ? "gateway" : "gateway-" + (i + 1), gateways.get(i));
		}
		this.newsroom = newsroom;
		this.random = new Random(seed);
		this.chronicle = new Chronicle(grace);
		run("editor", this::edit);
		run("topic", () -> listen(brokers));
		this.gateways.forEach((name, site) -> {
			for (int i = 0; i < READERS_PER_GATEWAY; i++) {
				run("reader of " + name, () -> read(name, site));
			}
		});
	}

	private void run(String name, Runnable task) {
		this.threads.add(Thread.ofPlatform().name(name).start(task));
	}

	/**
	 * From now on a gateway may be late: it hears of nothing. It still must not go back.
	 * @param gateway its name
	 */
	public void excuse(String gateway) {
		this.lagging.add(gateway);
	}

	private void edit() {
		for (int i = 1; !this.over; i++) {
			String name = "q" + Long.toString(this.random.nextLong() >>> 30, Character.MAX_RADIX) + i;
			JsonNode saved = this.newsroom.create(draft(name, 1), "create-" + name).json();
			Answer published = act(saved, "publish", "{}", name);
			if (published.status() != 200) {
				continue;
			}
			String id = saved.path("id").asString();
			this.articles.put(id,
					new Article(name, List.of("/api/articles/" + id, published.json().path("url").asString("/"))));
			JsonNode last = published.json();
			int versions = 1 + this.random.nextInt(MOST_VERSIONS);
			for (int version = 2; version <= versions && !this.over; version++) {
				Pause.of(Duration.ofMillis(this.random.nextInt(600)));
				last = correct(last, name, version);
			}
			Pause.of(Duration.ofMillis(this.random.nextInt(600)));
			act(last, "retract", "{\"reason\": \"Diễn tập\"}", name);
			run("end of " + name, () -> {
				Pause.of(AFTERWARDS);
				this.articles.remove(id);
			});
		}
	}

	private JsonNode correct(JsonNode article, String name, int version) {
		Answer edited = this.newsroom.edit(article.path("id").asString(), article.path("revision").asString(),
				draft(name, version));
		if (edited.status() != 200) {
			return article;
		}
		Answer corrected = act(edited.json(), "publish", "{\"correction\": \"Bản trước có sai sót.\"}", name);
		return (corrected.status() == 200) ? corrected.json() : edited.json();
	}

	private Answer act(JsonNode article, String action, String body, String name) {
		this.changes.incrementAndGet();
		String revision = article.path("revision").asString("");
		return this.newsroom.act(article.path("id").asString(""), revision, action, body,
				action + "-" + name + "-" + revision);
	}

	private void listen(String brokers) {
		try (TopicReader topic = new TopicReader(brokers, "articles"::equals)) {
			while (!this.over) {
				long now = System.nanoTime();
				topic.read().forEach((event) -> note(event, now));
				Pause.of(BETWEEN_LOOKS);
			}
		}
	}

	/** The event was there before this moment or came just after it. */
	private void note(ConsumerRecord<byte[], byte[]> event, long now) {
		if (event.key() == null || event.value() == null) {
			return;
		}
		String id = new String(event.key(), StandardCharsets.UTF_8);
		Matcher title = VERSION.matcher(new String(event.value(), StandardCharsets.UTF_8));
		if (title.find()) {
			boolean retracted = event.headers().lastHeader("ce_type") != null
					&& new String(event.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8)
						.contains("retracted");
			this.chronicle.happens(id, retracted ? Chronicle.GONE : Integer.parseInt(title.group(2)), now);
		}
	}

	private void read(String gateway, Site site) {
		while (!this.over) {
			this.articles.forEach((id, article) -> article.addresses().forEach((address) -> {
				look(gateway, site, id, address);
				Pause.of(BETWEEN_LOOKS);
			}));
			LISTS.forEach((list) -> lookAtList(gateway, site, list));
		}
	}

	private void look(String gateway, Site site, String id, String address) {
		long asked = System.nanoTime();
		boolean healthy = !this.lagging.contains(gateway);
		Answer answer = site.get(address);
		int version = version(answer);
		if (version > 0) {
			this.looks.incrementAndGet();
			this.chronicle.look(new Look(gateway, id, address, version, asked, System.nanoTime()), healthy)
				.ifPresent(this.wrong::add);
		}
	}

	/** 0 where nothing is shown. */
	private static int version(Answer answer) {
		if (answer.status() == 410) {
			return Chronicle.GONE;
		}
		Matcher title = VERSION.matcher(answer.text());
		return (answer.status() == 200 && title.find()) ? Integer.parseInt(title.group(2)) : 0;
	}

	private void lookAtList(String gateway, Site site, String list) {
		long asked = System.nanoTime();
		List<Map.Entry<String, Article>> gone = this.articles.entrySet()
			.stream()
			.filter((it) -> this.chronicle.isGone(gateway, it.getKey(), asked))
			.toList();
		String text = site.get(list).text();
		this.looks.incrementAndGet();
		gone.stream()
			.filter((it) -> text.contains(it.getValue().name()))
			.forEach((it) -> this.wrong
				.add("%s still has %s in %s after it was gone".formatted(gateway, it.getKey(), list)));
	}

	private static String draft(String name, int version) {
		String title = "Quá khứ %s đời %d".formatted(name, version);
		return """
				{ "title": "%s", "lead": "Mở đầu.", "sourceMark": "QPTĐ", "kind": "article", "section": "thoi-su",
				  "tags": ["Diễn tập"], "authors": [{"name": "Phương Linh"}],
				  "body": {"type": "doc", "content": [
				    {"type": "paragraph", "content": [{"type": "text", "text": "Nội dung."}]}]} }""".formatted(title);
	}

	/**
	 * Answers that were older than those before, in words.
	 * @return one for each answer
	 */
	public List<String> wrong() {
		return List.copyOf(this.wrong);
	}

	/**
	 * How much was watched.
	 * @return in a few words
	 */
	public String summary() {
		StringBuilder words = new StringBuilder("%d changes, %d looks, %d of the past".formatted(this.changes.get(),
				this.looks.get(), this.wrong.size()));
		this.gateways.keySet()
			.forEach((name) -> words.append(", %s at most %.1f s after the event".formatted(name,
					this.chronicle.slowest(name).toMillis() / 1e3)));
		return words.toString();
	}

	/** Stops; returns when nothing is asked any more. */
	@Override
	public void close() {
		this.over = true;
		for (Thread thread : List.copyOf(this.threads)) {
			try {
				thread.join();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(ex);
			}
		}
	}

	/**
	 * An article that is asked for.
	 *
	 * @param name stands in its title
	 * @param addresses of its JSON and its page
	 */
	private record Article(String name, List<String> addresses) {
	}

}
