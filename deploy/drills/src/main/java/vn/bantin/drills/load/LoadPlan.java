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
	public static final LoadPlan WHOLE = new LoadPlan(Duration.ofSeconds(60), 345, 9, 26);

	/** For a first look, and for a test run of minutes. */
	public static final LoadPlan SHORT = new LoadPlan(Duration.ofSeconds(20), 150, 8, 20);

	/**
	 * The same amount over another time.
	 * @param length how long instead
	 * @return a copy; a longer one asks for less each second
	 */
	public LoadPlan lasting(Duration length) {
		double share = (double) this.length.toMillis() / length.toMillis();
		return new LoadPlan(length, this.readsPerSecond * share, this.newsroomWritesPerSecond * share,
				this.votesPerSecond * share);
	}

	/**
	 * Whether it is enough to prove something.
	 * @return true for {@link #WHOLE}, over whatever time
	 */
	public boolean isWhole() {
		return this.readsPerSecond * this.length.toMillis() >= WHOLE.readsPerSecond * WHOLE.length.toMillis() * 0.99;
	}

}
