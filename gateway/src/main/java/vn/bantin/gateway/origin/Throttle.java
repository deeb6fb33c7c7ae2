package vn.bantin.gateway.origin;

import java.time.Duration;
import java.util.function.LongSupplier;

import org.springframework.http.HttpStatus;

/**
 * Asks a service no more than it answers. A service that has just started or is
 * overloaded pays for each request that it answers too late or refuses, and callers send
 * all of them again; asked only twice as much as it answers well, it can catch up, and
 * the gateway notices as soon as it has. The rule is Google's client-side throttling
 * ("Handling Overload" in Site Reliability Engineering): of {@code all} recent requests,
 * of which {@code good} were answered, the share {@code (all - 2 good) / (all + 1)} is
 * refused here.
 */
final class Throttle {

	/** Requests sent for each that was answered. */
	private static final double MULTIPLIER = 2;

	/** Failures before any request is refused; the same number is always tried. */
	private static final double HEADROOM = 10;

	/** The age in nanoseconds at which a request counts a third. */
	private static final double MEMORY = Duration.ofSeconds(2).toNanos();

	private final LongSupplier nanos;

	private final Runnable onRefusal;

	private final Sampler sampler = new Sampler();

	private double all;

	private double good;

	private long at;

	/**
	 * Refuses nothing yet.
	 * @param nanos the time in nanoseconds
	 * @param onRefusal called for each request that is refused
	 */
	Throttle(LongSupplier nanos, Runnable onRefusal) {
		this.nanos = nanos;
		this.onRefusal = onRefusal;
		this.at = nanos.getAsLong();
	}

	/**
	 * Whether to send a request. The caller notes its outcome.
	 * @return false when the service would most likely not answer well
	 */
	boolean admits() {
		if (isWorthSending()) {
			return true;
		}
		this.onRefusal.run();
		return false;
	}

	private synchronized boolean isWorthSending() {
		decay();
		double surplus = this.all - MULTIPLIER * this.good - HEADROOM;
		if (surplus <= 0 || this.sampler.take(1 - surplus / (this.all + 1))) {
			return true;
		}
		this.all++;
		return false;
	}

	/** Notes an answer. All but 503 are good ones, 404 and 409 too. */
	void answered(int status) {
		note(status != HttpStatus.SERVICE_UNAVAILABLE.value());
	}

	/** Notes that there was no answer. */
	void failed() {
		note(false);
	}

	private synchronized void note(boolean well) {
		decay();
		this.all++;
		if (well) {
			this.good++;
		}
	}

	private void decay() {
		long now = this.nanos.getAsLong();
		double kept = Math.exp((this.at - now) / MEMORY);
		this.all *= kept;
		this.good *= kept;
		this.at = now;
	}

}
