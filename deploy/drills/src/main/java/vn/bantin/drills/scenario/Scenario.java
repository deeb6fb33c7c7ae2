package vn.bantin.drills.scenario;

/**
 * Something that breaks while readers read, voters vote and the newsroom writes. The
 * numbers are those of the fault matrix that the drills follow.
 */
public interface Scenario {

	/**
	 * Its number in the fault matrix.
	 * @return such as {@code F07}
	 */
	String id();

	/**
	 * What breaks.
	 * @return in a few words
	 */
	String breaks();

	/**
	 * What it is like for people.
	 * @return a sentence on what a reader, an editor and the data team notice
	 */
	String seen();

	/**
	 * How many instances there are of each service.
	 * @return one of each, where it does not say otherwise
	 */
	default Setup setup() {
		return Setup.ONE_OF_EACH;
	}

	/**
	 * How much longer the load takes.
	 * @return at least 1; what its cast needs, where it does not say otherwise
	 */
	default double spread() {
		return setup().spread();
	}

	/**
	 * What is still in order meanwhile.
	 * @return beyond that nothing is lost, doubled, made up or put in another order,
	 * which is never in order
	 */
	Limits limits();

	/**
	 * Breaks it, and mends it again. The load begins at the same moment.
	 * @param stage where it happens
	 * @throws InterruptedException if the drill is given up
	 */
	void happen(Stage stage) throws InterruptedException;

	/**
	 * Looks or does something when the load is over, before the judge looks.
	 * @param stage where it happened
	 * @throws InterruptedException if the drill is given up
	 */
	default void afterwards(Stage stage) throws InterruptedException {
		// Most leave all to the judge.
	}

}
