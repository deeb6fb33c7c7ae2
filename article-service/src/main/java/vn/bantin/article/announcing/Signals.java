package vn.bantin.article.announcing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

import vn.bantin.article.publishing.Shards;

/**
 * Wakes the relay right after a write of this instance; writes of others are found by its
 * regular look.
 */
class Signals implements Consumer<String> {

	private final List<Semaphore> shards = Stream.generate(() -> new Semaphore(0)).limit(Shards.COUNT).toList();

	@Override
	public void accept(String article) {
		this.shards.get(Shards.of(article)).release();
	}

	void await(int shard, Duration limit) throws InterruptedException {
		Semaphore signals = this.shards.get(shard);
		if (signals.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
			signals.drainPermits();
		}
	}

}
