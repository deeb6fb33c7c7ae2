package vn.bantin.benchmark.load;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import vn.bantin.drills.load.OpenLoop;
import vn.bantin.drills.newspaper.Client;

/** Readers who come at a steady rate, whether or not those before them were answered. */
public final class SteadyReaders implements AutoCloseable {

	private static final int MOST_IN_FLIGHT = 1000;

	private static final Duration UNTIL_CLOSED = Duration.ofHours(1);

	private final AtomicLong requests = new AtomicLong();

	private final AtomicLong errors = new AtomicLong();

	private final OpenLoop loop;

	private final Thread thread;

	/**
	 * Starts.
	 * @param client theirs
	 * @param perSecond how many come in a second
	 * @param urls what they read in turn
	 */
	public SteadyReaders(Client client, int perSecond, List<URI> urls) {
		this.loop = new OpenLoop(perSecond, MOST_IN_FLIGHT, (due) -> {
			int turn = (int) (this.requests.getAndIncrement() % urls.size());
			if (client.get(urls.get(turn)).status() != 200) {
				this.errors.incrementAndGet();
			}
		});
		this.thread = Thread.ofPlatform().name("readers").start(() -> this.loop.run(UNTIL_CLOSED));
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
