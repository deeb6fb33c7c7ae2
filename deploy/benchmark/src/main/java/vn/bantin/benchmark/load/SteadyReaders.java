package vn.bantin.benchmark.load;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import vn.bantin.benchmark.server.Web;

/**
 * Readers who come at a steady pace, whether or not those before them were answered.
 */
public final class SteadyReaders implements AutoCloseable {

	private final Web web;

	private final List<URI> urls;

	private final AtomicLong asked = new AtomicLong();

	private final AtomicLong errors = new AtomicLong();

	private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

	private final ScheduledFuture<?> ticking;

	/**
	 * Begins.
	 * @param web their client
	 * @param perSecond how many come in a second
	 * @param urls what they ask for in turn
	 */
	public SteadyReaders(Web web, int perSecond, List<URI> urls) {
		this.web = web;
		this.urls = List.copyOf(urls);
		long pause = TimeUnit.SECONDS.toNanos(1) / perSecond;
		this.ticking = this.clock.scheduleAtFixedRate(this::ask, 0, pause, TimeUnit.NANOSECONDS);
	}

	private void ask() {
		int turn = (int) (this.asked.getAndIncrement() % this.urls.size());
		CompletableFuture<Void> _ = this.web.ask(this.urls.get(turn)).thenAccept((status) -> {
			if (status != 200) {
				this.errors.incrementAndGet();
			}
		});
	}

	/**
	 * How many came.
	 * @return the count
	 */
	public long asked() {
		return this.asked.get();
	}

	/**
	 * How many were not answered well.
	 * @return the count
	 */
	public long errors() {
		return this.errors.get();
	}

	@Override
	public void close() {
		this.ticking.cancel(false);
		this.clock.shutdownNow();
	}

}
