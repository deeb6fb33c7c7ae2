package vn.bantin.drills.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

import vn.bantin.drills.judge.Finding.Breach;

/**
 * The topics alone: order per key, one state per revision, every version of every vote,
 * and nothing in a dead-letter topic but what a drill planted.
 */
final class TopicCase {

	private final List<Finding> findings = new ArrayList<>();

	/** The first event of each revision, by subject. */
	private final Map<String, NavigableMap<Long, Event>> known = new HashMap<>();

	private int records;

	private int repeats;

	TopicCase(List<Event> events, int since) {
		Map<String, Event> last = new HashMap<>();
		for (int i = 0; i < events.size(); i++) {
			Event event = events.get(i);
			if (!event.planted() && isOurs(event)) {
				NavigableMap<Long, Event> before = this.known.computeIfAbsent(subject(event),
						(subject) -> new TreeMap<>());
				if (i >= since) {
					look(event, before);
					last.put(subject(event), event);
				}
				before.putIfAbsent(revision(event), event);
			}
			else if (event.isPutAside() && i >= since) {
				find(Breach.LOST, event, "in a dead-letter topic, but no drill planted it");
			}
		}
		last.values().forEach(this::lookAtTheEnd);
	}

	private static boolean isOurs(Event event) {
		return switch (event.topic()) {
			case "articles", "votes", "tallies" -> true;
			default -> false;
		};
	}

	private static String subject(Event event) {
		return event.topic() + " " + event.key();
	}

	private void look(Event event, NavigableMap<Long, Event> before) {
		this.records++;
		long revision = revision(event);
		Event same = before.get(revision);
		long newest = before.isEmpty() ? 0 : before.lastKey();
		if (revision < 1) {
			find(Breach.GHOST, event, "a record without revision");
		}
		else if (newest > 0 && event.partition() != before.lastEntry().getValue().partition()) {
			find(Breach.REORDER, event,
					"another partition than %d".formatted(before.lastEntry().getValue().partition()));
		}
		else if (same != null) {
			repeat(event, same);
		}
		else if (revision < newest) {
			find(Breach.REORDER, event, "revision %d after %d".formatted(revision, newest));
		}
		else if (event.topic().equals("votes") && revision > newest + 1) {
			find(Breach.LOST, event, "version %d after %d".formatted(revision, newest));
		}
	}

	/**
	 * A batch whose acknowledgement was lost is sent again, so old revisions may be
	 * repeated; the newest one must come last all the same, as in a compacted topic.
	 */
	private void lookAtTheEnd(Event last) {
		long newest = Objects.requireNonNull(this.known.get(subject(last))).lastKey();
		if (revision(last) < newest) {
			find(Breach.REORDER, last, "revision %d comes last, after %d".formatted(revision(last), newest));
		}
	}

	private void repeat(Event event, Event before) {
		this.repeats++;
		if (!event.type().equals(before.type()) || !event.data().equals(before.data())) {
			find(Breach.DUP, event, "revision %d differs from before: %s %s after %s %s".formatted(revision(event),
					event.type(), event.data(), before.type(), before.data()));
		}
	}

	private static long revision(Event event) {
		return switch (event.topic()) {
			case "articles" -> event.data().path("article").path("revision").asLong(0);
			case "votes" -> event.data().path("vote").path("version").asLong(0);
			default -> event.data().path("tally").path("version").asLong(0);
		};
	}

	private void find(Breach breach, Event event, String text) {
		this.findings.add(new Finding(breach, event.key(), "%s at %s".formatted(text, event.place())));
	}

	List<Finding> findings() {
		return this.findings;
	}

	int records() {
		return this.records;
	}

	int repeats() {
		return this.repeats;
	}

}
