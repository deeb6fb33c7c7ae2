package vn.bantin.drills.judge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.bantin.drills.judge.Evidence.Shown;
import vn.bantin.drills.judge.Evidence.Stored;
import vn.bantin.drills.judge.Finding.Breach;
import vn.bantin.drills.ledger.Entry;
import vn.bantin.drills.ledger.Outcome;

/**
 * One article: which states the ledger allows, which one it is in, and whether the topic
 * has each of its publications once.
 */
final class ArticleCase {

	private static final State NONE = new State(false, "", "", false);

	private final String token;

	private final List<Entry> entries;

	private final Evidence evidence;

	private final ArticleTopic topic;

	/**
	 * The states it may be in now; several when the outcome of a write is unknown, until
	 * the database, which is the source of truth, says which.
	 */
	private Set<State> possible;

	/** The states it may have been in at some time. */
	private final Set<State> passed = new LinkedHashSet<>(Set.of(NONE));

	private final List<Finding> findings = new ArrayList<>();

	ArticleCase(String token, List<Entry> entries, Evidence evidence, ArticleTopic topic) {
		this.token = token;
		this.entries = entries;
		this.evidence = evidence;
		this.topic = topic;
		Set<State> now = Set.of(NONE);
		for (Entry entry : entries) {
			now = now.stream()
				.flatMap((state) -> after(state, entry).stream())
				.collect(Collectors.toCollection(LinkedHashSet::new));
			this.passed.addAll(now);
		}
		this.possible = now;
	}

	private static List<State> after(State state, Entry entry) {
		State changed = switch (entry.act()) {
			case CREATE -> new State(true, entry.value(), "", false);
			case EDIT -> new State(true, entry.value(), state.live(), state.retracted());
			case PUBLISH, CORRECT -> new State(true, entry.value(), entry.value(), false);
			case RETRACT -> new State(true, state.saved(), "", true);
			default -> throw new IllegalArgumentException(entry + " is not about an article");
		};
		return switch (entry.outcome()) {
			case ACK -> List.of(changed);
			case REFUSED -> List.of(state);
			case UNKNOWN -> List.of(state, changed);
		};
	}

	List<Finding> findings() {
		database();
		topic();
		readers();
		list();
		return this.findings;
	}

	private void database() {
		List<Stored> stored = this.evidence.stored().getOrDefault(this.token, List.of());
		if (stored.size() > 1) {
			find(Breach.DUP, "the database has it %d times".formatted(stored.size()));
		}
		State found = stored.isEmpty() ? NONE : State.of(stored.getFirst());
		if (!this.possible.contains(found)) {
			wrong("the database has", found, this.passed.contains(found));
		}
		else {
			this.possible = Set.of(found);
		}
	}

	private void topic() {
		List<Event> mine = mine();
		Event last = null;
		for (Event event : mine) {
			if (last == null || revision(event) > revision(last)) {
				last = event;
			}
		}
		compare("the topic has", view(last));
		Set<View> views = mine.stream().map(ArticleCase::view).collect(Collectors.toCollection(LinkedHashSet::new));
		this.entries.stream().map(ArticleCase::published).filter(Objects::nonNull).forEach(views::add);
		views.forEach((view) -> publication(view, mine));
	}

	/** All its events, even under several ids. */
	private List<Event> mine() {
		Set<String> ids = this.topic.ids(this.token);
		if (ids.size() > 1) {
			find(Breach.DUP, "the topic has it as " + ids);
		}
		return ids.stream().flatMap((id) -> this.topic.events(id).stream()).toList();
	}

	/** What became public once is in the topic once, in one revision. */
	private void publication(View view, List<Event> mine) {
		Set<String> published = new HashSet<>();
		mine.stream()
			.filter((event) -> view(event).equals(view))
			.forEach((event) -> published.add(event.key() + " " + revision(event)));
		long least = written(view, (outcome) -> outcome == Outcome.ACK);
		long most = written(view, (outcome) -> outcome != Outcome.REFUSED);
		if (published.size() < least) {
			find(Breach.LOST, "the topic has %s %d times, accepted %d times".formatted(view, published.size(), least));
		}
		if (published.size() > most) {
			find((most == 0) ? Breach.GHOST : Breach.DUP,
					"the topic has %s in revisions %s, accepted %d times".formatted(view, published, most));
		}
	}

	private long written(View view, Predicate<Outcome> outcome) {
		return this.entries.stream()
			.filter((entry) -> view.equals(published(entry)) && outcome.test(entry.outcome()))
			.count();
	}

	private static long revision(Event event) {
		return event.data().path("article").path("revision").asLong(0);
	}

	private static View view(@Nullable Event event) {
		if (event == null) {
			return new View("", false);
		}
		return event.type().startsWith("article.retracted") ? new View("", true)
				: new View(ArticleTopic.title(event), false);
	}

	/** What a write makes public; null for a draft. */
	private static @Nullable View published(Entry entry) {
		return switch (entry.act()) {
			case PUBLISH, CORRECT -> new View(entry.value(), false);
			case RETRACT -> new View("", true);
			default -> null;
		};
	}

	private void readers() {
		Shown shown = this.evidence.shown().get(this.token);
		if (shown != null) {
			compare("readers get", new View(shown.title(), shown.status() == 410));
		}
	}

	private void list() {
		int listed = this.evidence.listed().getOrDefault(this.token, 0);
		if (listed > 1) {
			find(Breach.DUP, "the list has it %d times".formatted(listed));
		}
		if (listed == 0 && this.possible.stream().noneMatch((state) -> state.live().isEmpty())) {
			find(Breach.LOST, "the list does not have it");
		}
		if (listed > 0 && this.possible.stream().allMatch((state) -> state.live().isEmpty())) {
			boolean older = this.passed.stream().anyMatch((state) -> !state.live().isEmpty());
			find(older ? Breach.LOST : Breach.GHOST, "the list has it, but it is not public");
		}
	}

	private void compare(String who, View found) {
		if (this.possible.stream().map(State::view).noneMatch(found::equals)) {
			wrong(who, found, this.passed.stream().map(State::view).anyMatch(found::equals));
		}
	}

	private void wrong(String who, Object found, boolean older) {
		find(older ? Breach.LOST : Breach.GHOST, "%s %s, accepted was %s".formatted(who, found, this.possible));
	}

	private void find(Breach breach, String text) {
		this.findings.add(new Finding(breach, this.token, text));
	}

	private record State(boolean exists, String saved, String live, boolean retracted) {

		static State of(Stored stored) {
			return new State(true, stored.saved(), stored.live(), stored.retracted());
		}

		View view() {
			return new View(this.live, this.retracted);
		}

	}

	private record View(String title, boolean retracted) {
	}

}
