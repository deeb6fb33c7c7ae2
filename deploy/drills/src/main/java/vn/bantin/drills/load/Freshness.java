package vn.bantin.drills.load;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import vn.bantin.drills.newspaper.Answer;
import vn.bantin.drills.newspaper.Pause;
import vn.bantin.drills.newspaper.Site;

/**
 * Measures how long after its acceptance a change is visible at every gateway. Only a few
 * changes are watched at a time, since polling for all of them would be a load of its
 * own.
 */
final class Freshness implements AutoCloseable {

	/** Longer than any limit on the slowest machine. */
	private static final Duration PATIENCE = Duration.ofMinutes(5);

	/** A change that is not visible by then is polled for less often. */
	private static final Duration RECENT = Duration.ofSeconds(2);

	private static final int MOST_AT_ONCE = 3;

	private final List<Site> gateways;

	private final ExecutorService watchers = Executors.newVirtualThreadPerTaskExecutor();

	private final Queue<Duration> delays = new ConcurrentLinkedQueue<>();

	private final Semaphore free = new Semaphore(MOST_AT_ONCE);

	private volatile boolean over;

	Freshness(Site site) {
		this.gateways = site.each();
	}

	void watchTitle(String id, String title, Instant accepted) {
		begin(accepted, () -> everywhere((gateway) -> {
			Answer answer = gateway.get("/api/articles/" + id);
			if (answer.status() != 200) {
				// Retracted meanwhile, which is fresher still.
				return seen(answer, answer.status() == 410);
			}
			String shown = answer.json().path("title").asString("");
			if (version(shown) < version(title)) {
				return Seen.OLD;
			}
			Answer page = gateway.get(answer.json().path("url").asString("/"));
			return seen(page, page.status() == 410 || page.text().contains(shown));
		}));
	}

	void watchGone(String id, String page, Instant accepted) {
		begin(accepted, () -> everywhere((gateway) -> {
			Answer answer = gateway.get("/api/articles/" + id);
			if (answer.status() != 410) {
				return seen(answer, false);
			}
			Answer drawn = gateway.get(page);
			return seen(drawn, drawn.status() == 410);
		}));
	}

	/** A gateway that is away or fails shows nothing old. */
	private static Seen seen(Answer answer, boolean fresh) {
		return fresh ? Seen.NEW : (answer.isUnclear() ? Seen.NOTHING : Seen.OLD);
	}

	private boolean everywhere(Function<Site, Seen> looking) {
		List<Seen> seen = this.gateways.stream().map(looking).toList();
		return seen.contains(Seen.NEW) && !seen.contains(Seen.OLD);
	}

	private void begin(Instant accepted, BooleanSupplier seen) {
		if (this.free.tryAcquire()) {
			this.watchers.execute(() -> {
				try {
					watch(accepted, seen);
				}
				finally {
					this.free.release();
				}
			});
		}
	}

	/** Waits in the caller's thread. */
	void watchSum(String article, int sum, Instant accepted) {
		watch(accepted, () -> everywhere((gateway) -> {
			Answer answer = gateway.get("/api/articles/" + article + "/rating");
			return seen(answer, answer.json().path("sum").asInt(-1) == sum);
		}));
	}

	private static int version(String title) {
		return Integer.parseInt(title.substring(title.lastIndexOf(' ') + 1));
	}

	private void watch(Instant accepted, BooleanSupplier seen) {
		Instant end = accepted.plus(PATIENCE);
		while (!seen.getAsBoolean() && Instant.now().isBefore(end) && !this.over) {
			boolean recent = Duration.between(accepted, Instant.now()).compareTo(RECENT) < 0;
			Pause.of(Duration.ofMillis(recent ? 80 : 250));
		}
		this.delays.add(Duration.between(accepted, Instant.now()));
	}

	/** How long each change took, or was watched before it was given up. */
	List<Duration> delays() {
		return List.copyOf(this.delays);
	}

	/** Waits for the changes that are still watched. */
	@Override
	public void close() {
		this.watchers.close();
	}

	void giveUp() {
		this.over = true;
	}

	private enum Seen {

		NEW, OLD, NOTHING

	}

}
