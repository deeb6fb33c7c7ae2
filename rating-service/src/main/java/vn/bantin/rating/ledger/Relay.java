package vn.bantin.rating.ledger;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Announces facts, shard by shard. Only the owner of a shard's lease works on it, and
 * Kafka's transactional id keeps out an owner who does not know yet that it was replaced.
 * What was sent but not yet taken out of its document when a process died is sent again
 * with the same id.
 */
class Relay implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(Relay.class);

	private static final Duration RETRY = Duration.ofMillis(500);

	private final Outbox outbox;

	private final Leases leases;

	private final List<ShardRelay> shards;

	private ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private volatile boolean running;

	Relay(Outbox outbox, Leases leases, EventLog.Opener log, Signals signals, Duration scanEvery) {
		this.outbox = outbox;
		this.leases = leases;
		this.shards = IntStream.range(0, Shards.COUNT)
			.mapToObj((shard) -> new ShardRelay(shard, log, signals, scanEvery))
			.toList();
	}

	@Override
	public void start() {
		this.running = true;
		this.threads = Executors.newVirtualThreadPerTaskExecutor();
		this.shards.forEach(this.threads::submit);
	}

	@Override
	public void stop() {
		this.running = false;
		// Not interrupted at once, so that what is being sent is finished and the leases
		// are given back.
		this.threads.shutdown();
		try {
			if (!this.threads.awaitTermination(5, TimeUnit.SECONDS)) {
				this.threads.shutdownNow();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private final class ShardRelay implements Runnable {

		private final int shard;

		private final EventLog.Opener opener;

		private final Signals signals;

		private final Duration scanEvery;

		private ShardRelay(int shard, EventLog.Opener opener, Signals signals, Duration scanEvery) {
			this.shard = shard;
			this.opener = opener;
			this.signals = signals;
			this.scanEvery = scanEvery;
		}

		@Override
		public void run() {
			try {
				while (Relay.this.running) {
					try {
						own();
					}
					catch (RuntimeException ex) {
						logger.warn("Shard {} is not announced for now: {}", this.shard, ex.toString());
					}
					Thread.sleep(RETRY);
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		/** Works for as long as the lease is ours. */
		private void own() throws InterruptedException {
			if (!Relay.this.leases.acquire(this.shard)) {
				return;
			}
			try (EventLog log = this.opener.open(this.shard)) {
				while (Relay.this.running && Relay.this.leases.acquire(this.shard)) {
					List<Outbox.Pending> pending = Relay.this.outbox.pending(this.shard);
					if (pending.isEmpty()) {
						this.signals.await(this.shard, this.scanEvery);
						continue;
					}
					log.append(pending.stream().flatMap((it) -> it.announcements().stream()).toList());
					Relay.this.outbox.remove(pending);
				}
			}
			finally {
				Relay.this.leases.release(this.shard);
			}
		}

	}

}
