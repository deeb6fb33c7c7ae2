package vn.bantin.drills.load;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import vn.bantin.drills.ledger.Act;
import vn.bantin.drills.newspaper.Newsroom;

/**
 * The news desk: writes articles, publishes most of them, corrects some, retracts some.
 */
final class Desk {

	private final Newsroom newsroom;

	private final Writing writing;

	private final Freshness freshness;

	private final Random random;

	private final String prefix;

	private final Queue<Story> idle = new ConcurrentLinkedQueue<>();

	private final Map<String, String> ids = new ConcurrentHashMap<>();

	private int begun;

	Desk(Newsroom newsroom, Writing writing, Freshness freshness, Random random, String prefix) {
		this.newsroom = newsroom;
		this.writing = writing;
		this.freshness = freshness;
		this.random = random;
		this.prefix = prefix;
	}

	/** The ids of the articles, by token. */
	Map<String, String> ids() {
		return Map.copyOf(this.ids);
	}

	/** Takes an idle story, or a new one, and does its next step. */
	void step(long due) {
		Story story = this.idle.poll();
		if (story == null) {
			story = begin();
		}
		if (step(story, due)) {
			this.idle.add(story);
		}
	}

	private boolean step(Story story, long due) {
		boolean more = story.step(due);
		story.id().ifPresent((id) -> this.ids.put(story.token(), id));
		return more;
	}

	/**
	 * Writes and publishes an article that stays.
	 * @return its id
	 */
	String publishStanding() {
		Story story = begin(List.of(Act.CREATE, Act.PUBLISH));
		while (step(story, System.nanoTime())) {
			Thread.onSpinWait();
		}
		return story.id()
			.orElseThrow(() -> new IllegalStateException("The newspaper takes no article even before the drill"));
	}

	private synchronized Story begin() {
		int chance = this.random.nextInt(100);
		if (chance < 15) {
			return begin(List.of(Act.CREATE, Act.EDIT));
		}
		if (chance < 40) {
			return begin(List.of(Act.CREATE, Act.PUBLISH, Act.RETRACT));
		}
		if (chance < 70) {
			return begin(List.of(Act.CREATE, Act.PUBLISH, Act.EDIT, Act.CORRECT));
		}
		return begin(List.of(Act.CREATE, Act.EDIT, Act.PUBLISH, Act.EDIT, Act.PUBLISH, Act.RETRACT));
	}

	private synchronized Story begin(List<Act> acts) {
		this.begun++;
		return new Story(this.newsroom, this.writing, this.freshness, "%sn%04d".formatted(this.prefix, this.begun),
				acts);
	}

}
