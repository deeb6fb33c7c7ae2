package vn.bantin.drills.judge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import vn.bantin.drills.judge.Evidence.Count;
import vn.bantin.drills.judge.Finding.Breach;
import vn.bantin.drills.ledger.Entry;
import vn.bantin.drills.ledger.Outcome;

/**
 * All votes: which stars each reader must see as the reader's own, and what each
 * article's votes must add up to, recounted from the ledger and from the topic.
 */
final class BallotCase {

	private final Map<String, List<Entry>> votes;

	private final Evidence evidence;

	private final List<Finding> findings = new ArrayList<>();

	BallotCase(Map<String, List<Entry>> votes, Evidence evidence) {
		this.votes = votes;
		this.evidence = evidence;
	}

	List<Finding> findings() {
		Map<String, Set<String>> readers = readers();
		Map<String, Count> recounted = recount();
		Map<String, Count> announced = announced();
		accepted().forEach((article, possible) -> {
			Bounds bounds = Bounds.of(possible);
			Count votes = recounted.getOrDefault(article, Count.NOTHING);
			compare(article, "the votes in the topic add up to", bounds, votes, votes);
			compare(article, "the newest tally in the topic is", bounds, votes,
					announced.getOrDefault(article, Count.NOTHING));
			Count rating = this.evidence.ratings().get(article);
			if (rating != null) {
				compare(article, "readers get", bounds, votes, rating);
			}
			Integer ballots = this.evidence.ballots().get(article);
			if (ballots != null) {
				compare(article, "the database has", bounds, votes, ballots);
			}
			int voted = readers.getOrDefault(article, Set.of()).size();
			if (voted > possible.size()) {
				find(Breach.GHOST, article,
						"the topic has votes of %d readers, %d voted".formatted(voted, possible.size()));
			}
		});
		return this.findings;
	}

	/** What each reader's vote may be, by article; none after nothing but refusals. */
	private Map<String, List<Set<Integer>>> accepted() {
		Map<String, List<Set<Integer>>> accepted = new TreeMap<>();
		Stream.of(this.evidence.ratings().keySet(), this.evidence.ballots().keySet(), strangers())
			.flatMap(Set::stream)
			.forEach((article) -> accepted.put(article, new ArrayList<>()));
		this.votes.forEach((subject, entries) -> {
			Set<Integer> possible = possible(entries);
			own(subject, entries, possible);
			List<Set<Integer>> ofArticle = accepted.computeIfAbsent(article(subject), (it) -> new ArrayList<>());
			if (entries.stream().anyMatch((entry) -> entry.outcome() != Outcome.REFUSED)) {
				ofArticle.add(possible);
			}
		});
		return accepted;
	}

	private static Set<Integer> possible(List<Entry> entries) {
		Set<Integer> now = Set.of(0);
		for (Entry entry : entries) {
			int value = Integer.parseInt(entry.value());
			if (entry.outcome() == Outcome.ACK) {
				now = Set.of(value);
			}
			else if (entry.outcome() == Outcome.UNKNOWN) {
				now = new LinkedHashSet<>(now);
				now.add(value);
			}
		}
		return now;
	}

	private void own(String subject, List<Entry> entries, Set<Integer> possible) {
		Integer shown = this.evidence.mine().get(subject);
		if (shown != null && !possible.contains(shown)) {
			boolean older = shown <= 0 || entries.stream()
				.anyMatch((entry) -> entry.outcome() != Outcome.REFUSED && entry.value().equals("" + shown));
			find(older ? Breach.LOST : Breach.GHOST, subject,
					"the reader sees %d stars, accepted was %s".formatted(shown, possible));
		}
	}

	/** Articles that are voted on for the first time during the drill. */
	private Set<String> strangers() {
		Set<String> articles = new TreeSet<>();
		List<Event> events = this.evidence.events();
		events.subList(this.evidence.since(), events.size())
			.stream()
			.filter((event) -> isFrom(event, "votes"))
			.forEach((event) -> articles.add(article(event.key())));
		events.subList(0, this.evidence.since())
			.stream()
			.filter((event) -> isFrom(event, "votes"))
			.forEach((event) -> articles.remove(article(event.key())));
		return articles;
	}

	private static String article(String subject) {
		int slash = subject.indexOf('/');
		return (slash >= 0) ? subject.substring(0, slash) : subject;
	}

	private static boolean isFrom(Event event, String topic) {
		return event.topic().equals(topic) && !event.planted();
	}

	/** The readers whose votes the topic has, by article. */
	private Map<String, Set<String>> readers() {
		Map<String, Set<String>> readers = new HashMap<>();
		this.evidence.events()
			.stream()
			.filter((event) -> isFrom(event, "votes"))
			.forEach(
					(event) -> readers.computeIfAbsent(article(event.key()), (it) -> new HashSet<>()).add(event.key()));
		return readers;
	}

	/** The newest versions of all votes, added up. */
	private Map<String, Count> recount() {
		Map<String, List<Integer>> counted = new HashMap<>();
		newest("votes", "vote").values().forEach((vote) -> {
			if (vote.path("state").asString("").equals("cast")) {
				counted.computeIfAbsent(vote.path("article").asString(""), (it) -> new ArrayList<>())
					.add(vote.path("stars").asInt(0));
			}
		});
		Map<String, Count> counts = new HashMap<>();
		counted.forEach((article, stars) -> counts.put(article, Count.of(stars)));
		return counts;
	}

	private Map<String, Count> announced() {
		Map<String, Count> counts = new HashMap<>();
		newest("tallies", "tally").forEach((article, tally) -> counts.put(article, Count.of(tally)));
		return counts;
	}

	private Map<String, JsonNode> newest(String topic, String name) {
		Map<String, JsonNode> newest = new HashMap<>();
		this.evidence.events()
			.stream()
			.filter((event) -> isFrom(event, topic) && event.data().has(name))
			.forEach((event) -> newest.merge(event.key(), event.data().path(name),
					(known, next) -> version(next) > version(known) ? next : known));
		return newest;
	}

	private static long version(JsonNode state) {
		return state.path("version").asLong(0);
	}

	/** A count within bounds must also equal that of the votes in the topic. */
	private void compare(String article, String who, Bounds bounds, Count votes, Count found) {
		if (!bounds.holds(found)) {
			Breach breach = (found.count() > bounds.most().count()) ? Breach.DUP : Breach.LOST;
			find(breach, article, "%s %s, accepted were %s".formatted(who, found, bounds));
		}
		else if (bounds.holds(votes) && !found.equals(votes)) {
			find((found.count() > votes.count()) ? Breach.DUP : Breach.LOST, article,
					"%s %s, the votes in the topic add up to %s".formatted(who, found, votes));
		}
	}

	private void compare(String article, String who, Bounds bounds, Count votes, int found) {
		if (found < bounds.least().count() || found > bounds.most().count()) {
			find((found < bounds.least().count()) ? Breach.LOST : Breach.DUP, article,
					"%s %d votes, accepted were %s".formatted(who, found, bounds));
		}
		else if (bounds.holds(votes) && found != votes.count()) {
			find((found < votes.count()) ? Breach.LOST : Breach.DUP, article,
					"%s %d votes, the topic has %s".formatted(who, found, votes));
		}
	}

	private void find(Breach breach, String subject, String text) {
		this.findings.add(new Finding(breach, subject, text));
	}

	/** The least and the most that may have been counted. */
	private record Bounds(Count least, Count most) {

		static Bounds of(Collection<Set<Integer>> possible) {
			return new Bounds(
					new Count(sum(possible, true), (int) possible.stream().filter((it) -> !it.contains(0)).count(),
							stars(possible, true)),
					new Count(sum(possible, false),
							(int) possible.stream().filter((it) -> !it.equals(Set.of(0))).count(),
							stars(possible, false)));
		}

		private static int sum(Collection<Set<Integer>> possible, boolean least) {
			return possible.stream()
				.map((it) -> it.stream().mapToInt(Integer::intValue))
				.mapToInt((it) -> (least ? it.min() : it.max()).orElse(0))
				.sum();
		}

		private static List<Integer> stars(Collection<Set<Integer>> possible, boolean least) {
			return IntStream.rangeClosed(1, 5)
				.mapToObj((star) -> (int) possible.stream()
					.filter((it) -> least ? it.equals(Set.of(star)) : it.contains(star))
					.count())
				.toList();
		}

		boolean holds(Count found) {
			return found.addsUp() && isWithin(this.least.count(), found.count(), this.most
				.count()) && isWithin(this.least.sum(), found.sum(), this.most.sum()) && IntStream.range(0, 5)
					.allMatch(
							(i) -> isWithin(this.least.stars().get(i), found.stars().get(i), this.most.stars().get(i)));
		}

		private static boolean isWithin(int least, int found, int most) {
			return found >= least && found <= most;
		}

	}

}
