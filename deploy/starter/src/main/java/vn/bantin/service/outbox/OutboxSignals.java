package vn.bantin.service.outbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Wakes the relay right after a write of this instance; the relay's scan finds what other
 * instances wrote.
 */
public final class OutboxSignals {

	private final List<Semaphore> shards = Stream.generate(() -> new Semaphore(0)).limit(Shards.COUNT).toList();

	OutboxSignals() {
	}

	/**
	 * Says that a document has something to announce.
	 * @param key the document's id
	 */
	public void wake(String key) {
		this.shards.get(Shards.of(key)).release();
	}

	void await(int shard, Duration limit) throws InterruptedException {
		Semaphore signals = this.shards.get(shard);
		if (signals.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
			signals.drainPermits();
		}
	}

}
