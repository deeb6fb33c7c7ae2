package vn.bantin.benchmark.load;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

import vn.bantin.drills.load.OpenLoop;
import vn.bantin.drills.newspaper.Client;

/** People who come at a steady rate, whether or not those before them were answered. */
public final class Steady implements AutoCloseable {

	private static final int MOST_IN_FLIGHT = 1000;

	private static final Duration UNTIL_CLOSED = Duration.ofHours(1);

	private final AtomicLong requests = new AtomicLong();

	private final AtomicLong errors = new AtomicLong();

	private final OpenLoop loop;

	private final Thread thread;

	/**
	 * Starts.
	 * @param name of their thread
	 * @param perSecond how many come in a second
	 * @param request what each does; says whether it succeeded
	 */
	public Steady(String name, int perSecond, BooleanSupplier request) {
		this.loop = new OpenLoop(perSecond, MOST_IN_FLIGHT, (due) -> {
			this.requests.incrementAndGet();
			if (!request.getAsBoolean()) {
				this.errors.incrementAndGet();
			}
		});
		this.thread = Thread.ofPlatform().name(name).start(() -> this.loop.run(UNTIL_CLOSED));
	}

	/**
	 * Readers.
	 * @param client theirs
	 * @param perSecond how many come in a second
	 * @param urls what they read in turn
	 * @return the readers, who have started
	 */
	public static Steady readers(Client client, int perSecond, List<URI> urls) {
		AtomicInteger turn = new AtomicInteger();
		return new Steady("readers", perSecond,
				() -> client.get(urls.get(Math.floorMod(turn.getAndIncrement(), urls.size()))).status() == 200);
	}

	/**
	 * How many requests were sent.
	 * @return the count
	 */
	public long requests() {
		return this.requests.get();
	}

	/**
	 * How many requests failed.
	 * @return the count
	 */
	public long errors() {
		return this.errors.get();
	}

	/** Stops when the last request is answered. */
	@Override
	public void close() {
		this.loop.end();
		try {
			this.thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
