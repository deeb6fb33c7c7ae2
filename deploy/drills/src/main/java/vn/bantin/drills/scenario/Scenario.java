package vn.bantin.drills.scenario;

/**
 * Breaks something while readers read, voters vote and the newsroom writes. The ids are
 * those of the fault matrix.
 */
public interface Scenario {

	/**
	 * Its id in the fault matrix.
	 * @return such as {@code F07}
	 */
	String id();

	/**
	 * What breaks.
	 * @return in a few words
	 */
	String breaks();

	/**
	 * What people notice.
	 * @return a sentence on what a reader, an editor and the data team notice
	 */
	String seen();

	/**
	 * The newspaper that it needs.
	 * @return one instance of each service by default
	 */
	default Setup setup() {
		return Setup.ONE_OF_EACH;
	}

	/**
	 * How much longer the load takes.
	 * @return at least 1; what its cast needs, by default
	 */
	default double spread() {
		return setup().spread();
	}

	/**
	 * What is tolerated.
	 * @return the limits; nothing may ever be lost, doubled, made up or reordered
	 */
	Limits limits();

	/**
	 * Breaks something and mends it. The load starts at the same time.
	 * @param stage where it happens
	 */
	void happen(Stage stage);

	/**
	 * Runs when the load is over, before the verdict.
	 * @param stage where it happened
	 */
	default void afterwards(Stage stage) {
		// Most have nothing to do here.
	}

}
