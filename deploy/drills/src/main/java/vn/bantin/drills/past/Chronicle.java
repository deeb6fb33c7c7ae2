package vn.bantin.drills.past;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was shown where, and when. An answer is of the past when it was asked for after a
 * newer one had come: from the same address of the same gateway at once, from another
 * address of that gateway after some grace, and, once the article is gone, from any of
 * its addresses at once. Times are of {@link System#nanoTime()}.
 */
final class Chronicle {

	/** The version of an article that was retracted. */
	static final int GONE = Integer.MAX_VALUE;

	private final long grace;

	private final Map<String, TreeMap<Integer, Long>> shown = new ConcurrentHashMap<>();

	private final Map<String, TreeMap<Integer, Long>> happened = new ConcurrentHashMap<>();

	/**
	 * Empty.
	 * @param grace for how long readers may get what was before an update
	 */
	Chronicle(Duration grace) {
		this.grace = grace.toNanos();
	}

	/** Notes that an event is in the topic. */
	void happens(String article, int version, long at) {
		note(this.happened, article, version, at);
	}

	/**
	 * Notes an answer.
	 * @param healthy whether that gateway hears of all events at once
	 * @return what is wrong with it
	 */
	Optional<String> look(Look look, boolean healthy) {
		String address = look.gateway() + " " + look.address();
		String anywhere = look.gateway() + " any " + look.article();
		int before = newest(this.shown, address, look.asked());
		int elsewhere = newest(this.shown, anywhere, look.asked());
		int graced = newest(this.shown, anywhere, look.asked() - this.grace);
		int due = healthy ? newest(this.happened, look.article(), look.asked() - this.grace) : 0;
		note(this.shown, address, look.version(), look.answered());
		note(this.shown, anywhere, look.version(), look.answered());
		if (look.version() < before) {
			return wrong(look, "after it had shown " + words(before));
		}
		if (elsewhere == GONE && look.version() != GONE) {
			return wrong(look, "after another of its addresses was gone");
		}
		if (look.version() < graced) {
			return wrong(look, "long after another address had shown " + words(graced));
		}
		return (look.version() < due) ? wrong(look, "long after the event of " + words(due)) : Optional.empty();
	}

	/** Whether a gateway has said that an article is gone. */
	boolean isGone(String gateway, String article, long asked) {
		return newest(this.shown, gateway + " any " + article, asked) == GONE;
	}

	/**
	 * How long the slowest event took until a gateway showed it for the first time.
	 * @return zero when nothing was shown
	 */
	Duration slowest(String gateway) {
		long slowest = 0;
		for (Map.Entry<String, TreeMap<Integer, Long>> article : this.happened.entrySet()) {
			TreeMap<Integer, Long> seen = this.shown.getOrDefault(gateway + " any " + article.getKey(),
					new TreeMap<>());
			for (Map.Entry<Integer, Long> event : article.getValue().entrySet()) {
				slowest = Math.max(slowest, firstFrom(seen, event.getKey()) - event.getValue());
			}
		}
		return Duration.ofNanos(slowest);
	}

	private static long firstFrom(TreeMap<Integer, Long> times, int version) {
		synchronized (times) {
			return times.tailMap(version).values().stream().mapToLong(Long::longValue).min().orElse(Long.MIN_VALUE / 2);
		}
	}

	private static void note(Map<String, TreeMap<Integer, Long>> times, String where, int version, long at) {
		TreeMap<Integer, Long> versions = times.computeIfAbsent(where, (it) -> new TreeMap<>());
		synchronized (versions) {
			versions.merge(version, at, Math::min);
		}
	}

	/** The newest version that was there before a moment, 0 for none. */
	private static int newest(Map<String, TreeMap<Integer, Long>> times, String where, long before) {
		TreeMap<Integer, Long> versions = times.getOrDefault(where, new TreeMap<>());
		synchronized (versions) {
			return versions.descendingMap()
				.entrySet()
				.stream()
				.filter((it) -> it.getValue() - before < 0)
				.map(Map.Entry::getKey)
				.findFirst()
				.orElse(0);
		}
	}

	private static Optional<String> wrong(Look look, String why) {
		return Optional
			.of("%s answered %s with %s %s".formatted(look.gateway(), look.address(), words(look.version()), why));
	}

	private static String words(int version) {
		return (version == GONE) ? "410" : "version " + version;
	}

	/**
	 * An answer that a reader got.
	 *
	 * @param gateway by which gateway
	 * @param article about which article
	 * @param address at which address
	 * @param version that it showed, or {@link #GONE}
	 * @param asked when it was asked for
	 * @param answered when it was there
	 */
	record Look(String gateway, String article, String address, int version, long asked, long answered) {
	}

}
