package vn.bantin.drills.load;

import java.time.Duration;

/**
 * How much is asked of the newspaper.
 *
 * @param length how long
 * @param readsPerSecond what readers ask for
 * @param newsroomWritesPerSecond what the newsroom writes
 * @param votesPerSecond what readers write
 */
public record LoadPlan(Duration length, double readsPerSecond, double newsroomWritesPerSecond, double votesPerSecond) {

	/** At least 20,000 reads and 2,000 writes. */
	public static final LoadPlan WHOLE = new LoadPlan(Duration.ofSeconds(95), 219, 5.5, 15.5);

	/** For a first look, and for a test run of minutes. */
	public static final LoadPlan SHORT = new LoadPlan(Duration.ofSeconds(20), 150, 8, 20);

	/** For processes that have just started, before anything is counted. */
	public static final LoadPlan WARM_UP = new LoadPlan(Duration.ofSeconds(25), 150, 6, 15);

	/**
	 * The same amount over another time.
	 * @param times how many times as long, such as 1.5
	 * @return a copy; a longer one asks for less each second
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
	 * How much it is.
	 * @return the share of {@link #WHOLE} that is asked for, over whatever time
	 */
	public double share() {
		return this.readsPerSecond * this.length.toMillis() / (WHOLE.readsPerSecond * WHOLE.length.toMillis());
	}

	/**
	 * Whether it is enough to prove something.
	 * @return true for {@link #WHOLE}, over whatever time
	 */
	public boolean isWhole() {
		return share() >= 0.99;
	}

}
