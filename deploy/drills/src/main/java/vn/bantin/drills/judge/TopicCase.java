package vn.bantin.drills.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import vn.bantin.drills.judge.Finding.Breach;

/**
 * The topics alone: the promise of order per key, of one state per revision, and of every
 * version of every vote.
 */
final class TopicCase {

	private final List<Finding> findings = new ArrayList<>();

	private int records;

	private int repeats;

	TopicCase(List<Event> events, int since) {
		Map<String, Event> newest = new HashMap<>();
		for (int i = 0; i < events.size(); i++) {
			Event event = events.get(i);
			if (!event.planted() && isOurs(event)) {
				Event before = newest.get(subject(event));
				if (i >= since) {
					look(event, before);
				}
				if (before == null || revision(event) > revision(before)) {
					newest.put(subject(event), event);
				}
			}
		}
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

	private void look(Event event, @Nullable Event before) {
		this.records++;
		long revision = revision(event);
		long known = (before != null) ? revision(before) : 0;
		if (revision < 1) {
			find(Breach.GHOST, event, "a record of no revision");
		}
		else if (revision < known) {
			find(Breach.REORDER, event, "revision %d after %d".formatted(revision, known));
		}
		else if (before != null && event.partition() != before.partition()) {
			find(Breach.REORDER, event, "another partition than %d".formatted(before.partition()));
		}
		else if (before != null && revision == known) {
			repeat(event, before);
		}
		else if (event.topic().equals("votes") && revision > known + 1) {
			find(Breach.LOST, event, "version %d after %d".formatted(revision, known));
		}
	}

	private void repeat(Event event, Event before) {
		this.repeats++;
		if (!event.type().equals(before.type()) || !event.data().equals(before.data())) {
			find(Breach.DUP, event, "revision %d says something else than before: %s %s after %s %s"
				.formatted(revision(event), event.type(), event.data(), before.type(), before.data()));
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
		this.findings.add(new Finding(breach, event.key(),
				"%s at %s-%d:%d".formatted(text, event.topic(), event.partition(), event.offset())));
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
