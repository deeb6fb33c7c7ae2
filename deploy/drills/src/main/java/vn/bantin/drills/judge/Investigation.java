package vn.bantin.drills.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;

import tools.jackson.databind.JsonNode;

import vn.bantin.drills.judge.Evidence.Count;
import vn.bantin.drills.judge.Evidence.Shown;
import vn.bantin.drills.ledger.Ledger;
import vn.bantin.drills.load.Load;
import vn.bantin.drills.load.Readers;
import vn.bantin.drills.newspaper.Answer;
import vn.bantin.drills.newspaper.Pause;
import vn.bantin.drills.newspaper.Site;

/** Collects the evidence of one drill. */
public final class Investigation {

	private static final Duration INTERVAL = Duration.ofMillis(500);

	private final Site site;

	private final Readers readers;

	private final TopicLog topics;

	private final Database database;

	private final Ledger ledger;

	private final Load load;

	private final String prefix;

	private final int since;

	/**
	 * Investigates one drill.
	 * @param site the newspaper
	 * @param readers its readers
	 * @param topics its topics
	 * @param database its databases
	 * @param ledger what was written
	 * @param load that wrote it
	 * @param prefix begins the tokens of this drill
	 * @param since how many events there were before it
	 */
	public Investigation(Site site, Readers readers, TopicLog topics, Database database, Ledger ledger, Load load,
			String prefix, int since) {
		this.site = site;
		this.readers = readers;
		this.topics = topics;
		this.database = database;
		this.ledger = ledger;
		this.load = load;
		this.prefix = prefix;
		this.since = since;
	}

	/**
	 * Judges repeatedly until all is well or the time is up, since accepted writes may
	 * still be on their way. The last look covers everything, since what was right may
	 * have been undone meanwhile.
	 * @param patience how long at most
	 * @return the last verdict
	 */
	public Verdict judge(Duration patience) {
		Instant end = Instant.now().plus(patience);
		Map<String, Shown> shown = new ConcurrentHashMap<>();
		Map<String, Integer> mine = new ConcurrentHashMap<>();
		while (true) {
			boolean whole = shown.isEmpty() && mine.isEmpty();
			Verdict verdict = Judge.judge(evidence(shown, mine));
			if ((verdict.isClean() && whole) || (!verdict.isClean() && Instant.now().isAfter(end))) {
				return verdict;
			}
			if (verdict.isClean()) {
				shown.clear();
				mine.clear();
				continue;
			}
			// Until nothing is wrong, only what was wrong is looked at again.
			verdict.findings().forEach((finding) -> {
				shown.remove(finding.subject());
				mine.remove(finding.subject());
			});
			Pause.of(INTERVAL);
		}
	}

	private Evidence evidence(Map<String, Shown> shown, Map<String, Integer> mine) {
		Map<String, Set<String>> addresses = addresses(this.topics.read());
		this.load.articles()
			.entrySet()
			.parallelStream()
			.filter((it) -> !shown.containsKey(it.getKey()))
			.forEach((it) -> shown.put(it.getKey(),
					shown(it.getValue(), addresses.getOrDefault(it.getValue(), Set.of()))));
		this.ledger.entries()
			.parallelStream()
			.map((entry) -> entry.subject())
			.filter((subject) -> subject.contains("/"))
			.distinct()
			.filter((subject) -> !mine.containsKey(subject))
			.forEach((subject) -> mine.put(subject, mine(subject)));
		Map<String, Integer> ballots = new HashMap<>();
		Map<String, Count> ratings = new HashMap<>();
		this.load.rated().forEach((article) -> {
			ballots.put(article, this.database.ballots(article));
			ratings.put(article, rating(article));
		});
		return new Evidence(this.ledger.entries(), this.topics.read(), this.since,
				this.database.articles(ArticleTopic.TOKEN), Map.copyOf(shown), listed(), ballots, ratings,
				Map.copyOf(mine));
	}

	/** As JSON and as a page; a retracted one at every address that it ever had. */
	private Shown shown(String id, Set<String> addresses) {
		Answer answer = this.site.get("/api/articles/" + id);
		String title = (answer.status() == 200) ? answer.json().path("title").asString("") : "";
		Set<String> pages = switch (answer.status()) {
			case 200 -> Set.of(answer.json().path("url").asString("/"));
			case 410 -> addresses;
			default -> Set.of();
		};
		for (String address : pages) {
			Answer page = this.site.get(address);
			if (page.status() != answer.status() || !page.text().contains(title)) {
				return new Shown(page.status(), "");
			}
		}
		return new Shown(answer.status(), title);
	}

	private static Map<String, Set<String>> addresses(List<Event> events) {
		Map<String, Set<String>> addresses = new HashMap<>();
		events.stream()
			.filter((event) -> event.topic().equals("articles"))
			.forEach((event) -> event.data()
				.path("article")
				.path("addresses")
				.forEach((address) -> addresses.computeIfAbsent(event.key(), (it) -> new HashSet<>())
					.add(address.asString(""))));
		return addresses;
	}

	private int mine(String subject) {
		int slash = subject.indexOf('/');
		return this.readers.mine(Integer.parseInt(subject.substring(slash + 1)), subject.substring(0, slash));
	}

	private Count rating(String article) {
		return Count.of(this.site.get("/api/articles/" + article + "/rating").json());
	}

	/** Reads the list, newest first, until a page has no article of this drill. */
	private Map<String, Integer> listed() {
		Map<String, Integer> listed = new HashMap<>();
		String next = "/api/articles?limit=100";
		boolean mine = true;
		while (!next.isEmpty() && mine) {
			JsonNode list = this.site.get(next).json();
			mine = false;
			for (JsonNode item : list.path("items")) {
				Matcher matcher = ArticleTopic.TOKEN.matcher(item.path("title").asString(""));
				if (matcher.find() && matcher.group(1).startsWith(this.prefix)) {
					listed.merge(matcher.group(1), 1, Integer::sum);
					mine = true;
				}
			}
			next = list.path("next").asString("");
		}
		return listed;
	}

}
