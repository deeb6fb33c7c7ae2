package vn.bantin.drills.load;

import java.time.Duration;

/**
 * The rate and length of the load.
 *
 * @param length how long
 * @param readsPerSecond reads of all kinds
 * @param newsroomWritesPerSecond drafts, edits, publications and retractions
 * @param votesPerSecond votes and withdrawals
 */
public record LoadPlan(Duration length, double readsPerSecond, double newsroomWritesPerSecond, double votesPerSecond) {

	/** At least 20,000 reads and 2,000 writes. */
	public static final LoadPlan WHOLE = new LoadPlan(Duration.ofSeconds(95), 219, 5.5, 15.5);

	/** For a first look and for integration tests. */
	public static final LoadPlan SHORT = new LoadPlan(Duration.ofSeconds(20), 150, 8, 20);

	/** For processes that have just started; nothing of it counts. */
	public static final LoadPlan WARM_UP = new LoadPlan(Duration.ofSeconds(25), 150, 6, 15);

	/**
	 * The same amount over another time.
	 * @param times how many times as long, such as 1.5
	 * @return a copy; a longer one has lower rates
	 */
	public LoadPlan spread(double times) {
		return new LoadPlan(Duration.ofMillis(Math.round(this.length.toMillis() * times)), this.readsPerSecond / times,
				this.newsroomWritesPerSecond / times, this.votesPerSecond / times);
	}

	/**
	 * The same rates for another time.
	 * @param length how long
	 * @return a copy
	 */
	public LoadPlan lasting(Duration length) {
		return new LoadPlan(length, this.readsPerSecond, this.newsroomWritesPerSecond, this.votesPerSecond);
	}

	/**
	 * How much it is, whatever its length.
	 * @return the share of the reads of {@link #WHOLE}, such as 0.14
	 */
	public double share() {
		return this.readsPerSecond * this.length.toMillis() / (WHOLE.readsPerSecond * WHOLE.length.toMillis());
	}

	/**
	 * Whether it is enough to prove something.
	 * @return true for {@link #WHOLE}, however it is spread
	 */
	public boolean isWhole() {
		return share() >= 0.99;
	}

}
