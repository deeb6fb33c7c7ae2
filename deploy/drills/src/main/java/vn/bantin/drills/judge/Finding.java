package vn.bantin.drills.judge;

/**
 * One broken promise.
 *
 * @param breach how it was broken
 * @param subject whose: an article's token, or article {@code /} reader, or a record's
 * key
 * @param text what was expected and what was found
 */
public record Finding(Breach breach, String subject, String text) {

	/** How the promise that no write is lost, doubled or undone can be broken. */
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
