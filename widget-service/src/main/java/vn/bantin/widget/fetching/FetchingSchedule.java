package vn.bantin.widget.fetching;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.TriggerContext;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import vn.bantin.service.projection.Positions;

/**
 * Runs the fetcher at intervals, on the one instance that holds the lock. Whatever a run
 * throws, the next one follows.
 */
class FetchingSchedule implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(FetchingSchedule.class);

	private static final Duration UNTIL_CAUGHT_UP = Duration.ofMillis(100);

	private final FetchingProperties properties;

	private final Positions positions;

	private final FetchLock lock;

	private final Fetcher fetcher;

	private volatile @Nullable ThreadPoolTaskScheduler scheduler;

	FetchingSchedule(FetchingProperties properties, Positions positions, FetchLock lock, Fetcher fetcher) {
		this.properties = properties;
		this.positions = positions;
		this.lock = lock;
		this.fetcher = fetcher;
	}

	@Override
	public void start() {
		if (!this.properties.allowed()) {
			logger.warn("Nothing is fetched: set WEATHER_CONTACT to an address where the providers can reach you");
			return;
		}
		ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
		scheduler.setThreadNamePrefix("fetcher-");
		scheduler
			.setErrorHandler((ex) -> logger.warn("Fetching is tried again at the next interval: {}", ex.toString()));
		scheduler.setAwaitTerminationSeconds(5);
		scheduler.initialize();
		this.scheduler = scheduler;
		scheduler.schedule(this::run, this::nextRun);
	}

	@Override
	public void stop() {
		ThreadPoolTaskScheduler scheduler = this.scheduler;
		if (scheduler != null) {
			this.scheduler = null;
			scheduler.shutdown();
			this.lock.release();
		}
	}

	@Override
	public boolean isRunning() {
		return this.scheduler != null;
	}

	/** What is due is unknown until the topics have been read to their end. */
	private void run() {
		if (this.positions.isCaughtUp() && this.lock.acquire()) {
			this.fetcher.fetchDue(() -> isRunning() && this.lock.acquire());
		}
	}

	private Instant nextRun(TriggerContext context) {
		return context.getClock()
			.instant()
			.plus(this.positions.isCaughtUp() ? this.properties.pollInterval() : UNTIL_CAUGHT_UP);
	}

}
