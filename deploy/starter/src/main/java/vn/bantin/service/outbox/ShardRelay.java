package vn.bantin.service.outbox;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.bantin.service.cloudevent.CloudEvent;
import vn.bantin.service.observation.ServiceMeter;

/** Announces the events of one shard whenever this instance owns it. */
final class ShardRelay implements Runnable {

	private static final Logger logger = LoggerFactory.getLogger(ShardRelay.class);

	private static final Duration BACKOFF = Duration.ofMillis(500);

	private final int shard;

	private final Parts parts;

	private final BooleanSupplier running;

	private final Counter announced;

	private final Counter failures;

	ShardRelay(int shard, Parts parts, BooleanSupplier running) {
		this.shard = shard;
		this.parts = parts;
		this.running = running;
		this.announced = parts.meters().counter(ServiceMeter.RELAY_ANNOUNCED.meter());
		this.failures = parts.meters().counter(ServiceMeter.RELAY_FAILURES.meter());
	}

	@Override
	public void run() {
		try {
			while (this.running.getAsBoolean()) {
				try {
					if (this.parts.leases().acquire(this.shard)) {
						announceWhileOwner();
					}
				}
				catch (RuntimeException ex) {
					this.failures.increment();
					logger.warn("Shard {} is not announced at the moment: {}", this.shard, ex.toString());
				}
				Thread.sleep(BACKOFF);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void announceWhileOwner() throws InterruptedException {
		try (EventLog log = this.parts.log().open(this.shard)) {
			while (this.running.getAsBoolean() && this.parts.leases().acquire(this.shard)) {
				List<Outbox.Pending> pending = this.parts.outbox().pending(this.shard);
				if (pending.isEmpty()) {
					this.parts.signals().await(this.shard, this.parts.scanEvery());
				}
				else {
					announce(pending, log);
				}
			}
		}
		finally {
			this.parts.leases().release(this.shard);
		}
	}

	private void announce(List<Outbox.Pending> pending, EventLog log) {
		List<CloudEvent> events = pending.stream().flatMap((it) -> it.events().stream()).toList();
		log.append(events);
		this.announced.increment(events.size());
		this.parts.outbox().remove(pending);
	}

	/**
	 * What the relays of all shards share.
	 *
	 * @param outbox what waits
	 * @param leases which instance owns a shard
	 * @param log opens the topic
	 * @param signals wakes a relay
	 * @param scanEvery how long a relay sleeps without a signal
	 * @param meters counts
	 */
	record Parts(Outbox outbox, Leases leases, EventLog.Opener log, OutboxSignals signals, Duration scanEvery,
			MeterRegistry meters) {
	}

}
