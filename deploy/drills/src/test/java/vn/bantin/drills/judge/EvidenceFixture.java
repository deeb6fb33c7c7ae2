package vn.bantin.drills.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import vn.bantin.drills.judge.Evidence.Count;
import vn.bantin.drills.judge.Evidence.Shown;
import vn.bantin.drills.judge.Evidence.Stored;
import vn.bantin.drills.ledger.Act;
import vn.bantin.drills.ledger.Entry;
import vn.bantin.drills.ledger.Outcome;

/**
 * Evidence of a drill in which all was well, for tests to plant a fault into.
 */
final class EvidenceFixture {

	/** An article that is public and was never changed. */
	static final String PUBLISHED = "d1n0001";

	/** An article that is public and was corrected. */
	static final String CORRECTED = "d1n0002";

	/** An article that was public and was taken back. */
	static final String RETRACTED = "d1n0003";

	/** An article that was saved twice and never became public. */
	static final String DRAFT = "d1n0004";

	/** The id of the article that is voted on. */
	static final String RATED = id(PUBLISHED);

	private static final JsonMapper json = JsonMapper.builder().build();

	final List<Entry> ledger = new ArrayList<>();

	final List<Event> events = new ArrayList<>();

	final Map<String, List<Stored>> stored = new HashMap<>();

	final Map<String, Shown> shown = new HashMap<>();

	final Map<String, Integer> listed = new HashMap<>();

	final Map<String, Integer> ballots = new HashMap<>();

	final Map<String, Count> ratings = new HashMap<>();

	final Map<String, Integer> mine = new HashMap<>();

	int since;

	private EvidenceFixture() {
	}

	/** Nothing was written. */
	static EvidenceFixture empty() {
		return new EvidenceFixture();
	}

	/**
	 * One article in each state, and the votes of three readers: one who voted, one who
	 * voted again, one who withdrew the vote.
	 */
	static EvidenceFixture allWell() {
		EvidenceFixture all = empty();
		all.published(PUBLISHED);
		all.corrected();
		all.retracted();
		all.draft();
		all.votes();
		return all;
	}

	private void published(String token) {
		accept(Act.CREATE, token, title(token, 1));
		accept(Act.PUBLISH, token, title(token, 1));
		tell("published", token, 2, title(token, 1));
		isPublic(token, title(token, 1));
	}

	private void corrected() {
		published(CORRECTED);
		accept(Act.EDIT, CORRECTED, title(CORRECTED, 2));
		accept(Act.CORRECT, CORRECTED, title(CORRECTED, 2));
		tell("corrected", CORRECTED, 4, title(CORRECTED, 2));
		isPublic(CORRECTED, title(CORRECTED, 2));
	}

	private void retracted() {
		published(RETRACTED);
		accept(Act.RETRACT, RETRACTED, title(RETRACTED, 1));
		tell("retracted", RETRACTED, 3, "");
		this.stored.put(RETRACTED, List.of(new Stored(title(RETRACTED, 1), "", true)));
		this.shown.put(RETRACTED, new Shown(410, ""));
		this.listed.remove(RETRACTED);
	}

	private void draft() {
		accept(Act.CREATE, DRAFT, title(DRAFT, 1));
		accept(Act.EDIT, DRAFT, title(DRAFT, 2));
		this.stored.put(DRAFT, List.of(new Stored(title(DRAFT, 2), "", false)));
		this.shown.put(DRAFT, new Shown(404, ""));
	}

	private void votes() {
		accept(Act.VOTE, RATED + "/0", "5");
		accept(Act.VOTE, RATED + "/1", "3");
		accept(Act.VOTE, RATED + "/2", "2");
		accept(Act.VOTE, RATED + "/1", "4");
		accept(Act.WITHDRAW, RATED + "/2", "0");
		vote("an", 1, 5);
		vote("binh", 1, 3);
		vote("chi", 1, 2);
		tally(1, 5, 3, 2);
		vote("binh", 2, 4);
		vote("chi", 2, 0);
		tally(2, 5, 4);
		this.ballots.put(RATED, 2);
		this.ratings.put(RATED, Count.of(List.of(5, 4)));
		this.mine.putAll(Map.of(RATED + "/0", 5, RATED + "/1", 4, RATED + "/2", 0));
	}

	/** Readers, the list and the database have it with this title. */
	void isPublic(String token, String title) {
		this.stored.put(token, List.of(new Stored(title, title, false)));
		this.shown.put(token, new Shown(200, title));
		this.listed.put(token, 1);
	}

	void accept(Act act, String subject, String value) {
		write(act, subject, value, Outcome.ACK);
	}

	void write(Act act, String subject, String value, Outcome outcome) {
		this.ledger
			.add(new Entry(this.ledger.size() + 1, act, subject, value, Instant.EPOCH, outcome, Instant.EPOCH, 1));
	}

	void tell(String type, String token, int revision, String title) {
		tell(type, id(token), token, revision, title);
	}

	void tell(String type, String id, String token, int revision, String title) {
		ObjectNode data = json.createObjectNode();
		ObjectNode article = data.putObject("article").put("id", id).put("revision", revision);
		if (!title.isEmpty()) {
			article.put("title", title);
		}
		record("articles", id, "article." + type + ".v1", data, false);
	}

	/** A vote of 0 stars is one that was taken back. */
	void vote(String reader, int version, int stars) {
		vote(RATED, reader, version, stars, false);
	}

	void vote(String article, String reader, int version, int stars, boolean planted) {
		ObjectNode data = json.createObjectNode();
		ObjectNode vote = data.putObject("vote")
			.put("article", article)
			.put("reader", reader)
			.put("state", (stars > 0) ? "cast" : "withdrawn")
			.put("version", version);
		if (stars > 0) {
			vote.put("stars", stars);
		}
		else {
			vote.putNull("stars");
		}
		record("votes", article + "/" + reader, (stars > 0) ? "vote.cast.v1" : "vote.withdrawn.v1", data, planted);
	}

	void tally(int version, Integer... stars) {
		tally(version, Count.of(Arrays.asList(stars)));
	}

	void tally(int version, Count count) {
		ObjectNode data = json.createObjectNode();
		ObjectNode tally = data.putObject("tally")
			.put("article", RATED)
			.put("sum", count.sum())
			.put("count", count.count())
			.put("version", version);
		ObjectNode stars = tally.putObject("stars");
		for (int i = 0; i < 5; i++) {
			stars.put("" + (i + 1), count.stars().get(i));
		}
		record("tallies", RATED, "tally.changed.v1", data, false);
	}

	void record(String topic, String key, String type, ObjectNode data, boolean planted) {
		this.events.add(new Event(topic, 0, this.events.size(), key, type, data, planted));
	}

	void lose(Predicate<Event> which) {
		if (!this.events.removeIf(which)) {
			throw new IllegalArgumentException("There is no such event to lose");
		}
	}

	/** The first such event comes once more, at the end. */
	void repeat(Predicate<Event> which) {
		this.events.add(this.events.stream().filter(which).findFirst().orElseThrow());
	}

	/** The first such event comes at the end instead. */
	void delay(Predicate<Event> which) {
		repeat(which);
		this.events.remove(this.events.stream().filter(which).findFirst().orElseThrow());
	}

	static Predicate<Event> article(String type, String token) {
		return (event) -> event.key().equals(id(token)) && event.type().equals("article." + type + ".v1");
	}

	static Predicate<Event> vote(String reader, int version) {
		return (event) -> event.key().endsWith("/" + reader)
				&& event.data().path("vote").path("version").asInt() == version;
	}

	static Predicate<Event> tally(int version) {
		return (event) -> event.topic().equals("tallies")
				&& event.data().path("tally").path("version").asInt() == version;
	}

	static String id(String token) {
		return "id" + token;
	}

	static String title(String token, int version) {
		return "Tin %s bản %d".formatted(token, version);
	}

	Verdict judge() {
		return Judge.judge(new Evidence(this.ledger, this.events, this.since, this.stored, this.shown, this.listed,
				this.ballots, this.ratings, this.mine));
	}

	/** Each breach with its subject, once. */
	List<String> breaches() {
		Map<String, Finding> found = new LinkedHashMap<>();
		judge().findings().forEach((it) -> found.putIfAbsent(it.breach() + " " + it.subject(), it));
		return List.copyOf(found.keySet());
	}

}
