package vn.bantin.gateway.cdn;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.bantin.gateway.change.Change;
import vn.bantin.gateway.change.Tag;

/**
 * Sends purges, those of a tenth of a second together. One that fails is sent again with
 * what has changed meanwhile, until it arrives: keys wait as a set, so an outage of the
 * CDN costs no more than one entry for each thing that changed.
 */
final class Purges implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Purges.class);

	private static final long TOGETHER_MILLIS = 100;

	private static final long RETRY_MILLIS = 2000;

	private final PurgeClient client;

	private final int most;

	private final Counter sent;

	private final Counter failed;

	private final Set<String> gone = new LinkedHashSet<>();

	private final Set<String> changed = new LinkedHashSet<>();

	private boolean planned;

	private final ScheduledExecutorService sender = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("cdn-purges").daemon().factory());

	Purges(PurgeClient client, int most, Counter sent, Counter failed) {
		this.client = client;
		this.most = most;
		this.sent = sent;
		this.failed = failed;
	}

	/** Takes in a change, after the memory has. */
	synchronized void add(Change change) {
		change.tags().stream().map(Tag::value).forEach(this.changed::add);
		if (change instanceof Change.Article article && article.isGone()) {
			this.gone.add(Tag.article(article.id()).value());
		}
		plan(TOGETHER_MILLIS);
	}

	private void plan(long millis) {
		if (!this.planned && !this.sender.isShutdown()) {
			this.planned = true;
			this.sender.schedule(this::send, millis, TimeUnit.MILLISECONDS);
		}
	}

	private void send() {
		if (sendAll(take(this.gone), this.gone, true) & sendAll(take(this.changed), this.changed, false)) {
			again(TOGETHER_MILLIS);
		}
		else {
			again(RETRY_MILLIS);
		}
	}

	private synchronized List<String> take(Set<String> keys) {
		List<String> taken = List.copyOf(keys);
		keys.clear();
		return taken;
	}

	private synchronized void again(long millis) {
		this.planned = false;
		if (!this.gone.isEmpty() || !this.changed.isEmpty()) {
			plan(millis);
		}
	}

	private boolean sendAll(List<String> keys, Set<String> waiting, boolean gone) {
		List<String> failed = new ArrayList<>();
		for (int from = 0; from < keys.size(); from += this.most) {
			List<String> some = keys.subList(from, Math.min(keys.size(), from + this.most));
			try {
				this.client.purge(some, gone);
				this.sent.increment();
			}
			catch (RuntimeException ex) {
				this.failed.increment();
				logger.warn("The CDN was not told of {} changes and will be again: {}", some.size(), ex.toString());
				failed.addAll(some);
			}
		}
		synchronized (this) {
			waiting.addAll(failed);
		}
		return failed.isEmpty();
	}

	@Override
	public void close() {
		this.sender.shutdown();
	}

	/** Tells the CDN. */
	@FunctionalInterface
	interface PurgeClient {

		/**
		 * Returns when the CDN has taken it.
		 * @throws RuntimeException if it has not, or not in time
		 */
		void purge(List<String> keys, boolean gone);

	}

}
