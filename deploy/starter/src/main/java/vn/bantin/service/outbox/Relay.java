package vn.bantin.service.outbox;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.SmartLifecycle;

/**
 * Announces events, shard by shard. Only the owner of a shard's lease works on it, and
 * Kafka's transactional id fences an owner that does not know yet that it was replaced.
 * What was sent but not yet removed from its document when a process died is sent again
 * with the same id.
 */
public final class Relay implements SmartLifecycle {

	private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

	private final ShardRelay.Parts parts;

	private ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private volatile boolean running;

	Relay(Outbox outbox, Leases leases, EventLog.Opener log, OutboxSignals signals, Duration scanEvery,
			MeterRegistry meters) {
		this.parts = new ShardRelay.Parts(outbox, leases, log, signals, scanEvery, meters);
	}

	@Override
	public void start() {
		this.running = true;
		this.threads = Executors.newVirtualThreadPerTaskExecutor();
		IntStream.range(0, Shards.COUNT)
			.forEach((shard) -> this.threads.execute(new ShardRelay(shard, this.parts, this::isRunning)));
	}

	@Override
	public void stop() {
		this.running = false;
		// Not interrupted at once, so that a send is finished and the leases are given
		// back.
		this.threads.shutdown();
		try {
			if (!this.threads.awaitTermination(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
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

}
