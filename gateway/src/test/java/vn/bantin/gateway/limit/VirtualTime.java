package vn.bantin.gateway.limit;

import java.time.Duration;

import io.github.bucket4j.TimeMeter;

/** Time that passes when a test says so. */
final class VirtualTime implements TimeMeter {

	private long now;

	void advance(Duration duration) {
		this.now += duration.toNanos();
	}

	void at(Duration sinceStart) {
		this.now = sinceStart.toNanos();
	}

	@Override
	public long currentTimeNanos() {
		return this.now;
	}

	@Override
	public boolean isWallClockBased() {
		return false;
	}

}
