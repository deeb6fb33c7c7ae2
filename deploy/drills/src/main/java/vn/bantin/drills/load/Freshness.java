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

/**
 * Watches how long after its acceptance a change is seen by readers, wherever they ask. A
 * few are watched at a time: all who wait for the end of a fault would be a load of their
 * own.
 */
final class Freshness implements AutoCloseable {

	/** Longer than any limit allows on the slowest machine. */
	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private static final int MOST_AT_ONCE = 3;

	private final List<Site> gateways;

	private final ExecutorService watchers = Executors.newVirtualThreadPerTaskExecutor();

	private final Queue<Duration> delays = new ConcurrentLinkedQueue<>();

	private final Semaphore free = new Semaphore(MOST_AT_ONCE);

	private volatile boolean enough;

	Freshness(Site site) {
		this.gateways = site.each();
	}

	void watchTitle(String id, String title, Instant accepted) {
		begin(accepted, () -> everywhere((gateway) -> {
			Answer answer = gateway.get("/api/articles/" + id);
			if (answer.status() != 200) {
				// A later change may have come in between: it is fresher still.
				return seen(answer, answer.status() == 410);
			}
			String shown = answer.json().path("title").asString("");
			if (version(shown) < version(title)) {
				return Seen.OLD;
			}
			Answer page = gateway.get(answer.json().path("url").asString("/"));
			return seen(page, page.status() == 410 || page.body().contains(shown));
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

	/** Who is away or cannot answer shows nobody what is old. */
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
		try {
			while (!seen.getAsBoolean()) {
				if (Instant.now().isAfter(end) || this.enough) {
					break;
				}
				Thread.sleep(Duration.between(accepted, Instant.now()).toMillis() < 2000 ? 80 : 250);
			}
			this.delays.add(Duration.between(accepted, Instant.now()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** How long each change took; one that was never seen took as long as was waited. */
	List<Duration> delays() {
		return List.copyOf(this.delays);
	}

	/** Waits for the changes still unseen. */
	@Override
	public void close() {
		this.watchers.close();
	}

	void giveUp() {
		this.enough = true;
	}

	private enum Seen {

		NEW, OLD, NOTHING

	}

}
