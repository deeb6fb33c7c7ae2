package vn.bantin.gateway.origin;

import java.time.Duration;
import java.util.function.LongSupplier;

import org.springframework.http.HttpStatus;

/**
 * Asks a service no more than it answers. One that has just started, or has too much to
 * do, gets poorer for each request that it answers too late or refuses, and its callers
 * send all of them again; who asks it twice what it answers well lets it catch up and
 * notices as soon as it has. The rule is Google's client-side throttling ("Handling
 * Overload" in Site Reliability Engineering): of {@code all} requests of late, of which
 * {@code good} were answered, the share {@code (all - 2 good) / (all + 1)} is refused
 * here.
 */
public final class Throttle {

	/** How many are asked for each that was answered. */
	private static final double WORTH = 2;

	/** So many may fail before any is refused, and so many are always tried. */
	private static final double SPARE = 10;

	/** What happened so long ago counts a third. */
	private static final double MEMORY = Duration.ofSeconds(2).toNanos();

	private final LongSupplier nanos;

	private final Runnable refused;

	private final Turns turns = new Turns();

	private double all;

	private double good;

	private long at;

	Throttle(LongSupplier nanos, Runnable refused) {
		this.nanos = nanos;
		this.refused = refused;
		this.at = nanos.getAsLong();
	}

	/**
	 * Whether it is worth asking. Who was admitted says how it went.
	 * @return false when the service would most likely not answer well
	 */
	public boolean admits() {
		if (isWorthIt()) {
			return true;
		}
		this.refused.run();
		return false;
	}

	private synchronized boolean isWorthIt() {
		forget();
		double surplus = this.all - WORTH * this.good - SPARE;
		if (surplus <= 0) {
			return true;
		}
		if (this.turns.take(1 - surplus / (this.all + 1))) {
			return true;
		}
		this.all++;
		return false;
	}

	/**
	 * Notes that a request was answered, well unless for want of something.
	 * @param status the HTTP status
	 */
	public void answered(int status) {
		note(status != HttpStatus.SERVICE_UNAVAILABLE.value());
	}

	/** Notes that a request was not answered. */
	public void failed() {
		note(false);
	}

	private synchronized void note(boolean well) {
		forget();
		this.all++;
		if (well) {
			this.good++;
		}
	}

	private void forget() {
		long now = this.nanos.getAsLong();
		double kept = Math.exp((this.at - now) / MEMORY);
		this.all *= kept;
		this.good *= kept;
		this.at = now;
	}

}
