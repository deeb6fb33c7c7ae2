package vn.bantin.drills.judge;

/**
 * A promise that was broken.
 *
 * @param breach how
 * @param subject whose: an article's token, or article {@code /} reader, or a record's
 * key
 * @param text what was expected and what was found
 */
public record Finding(Breach breach, String subject, String text) {

	/** The ways to break the promise of no accepted write lost, doubled or undone. */
	public enum Breach {

		/** Accepted, and not there. */
		LOST,

		/** There more than once. */
		DUP,

		/** Never accepted, and there. */
		GHOST,

		/** An older state after a newer one. */
		REORDER

	}

}
