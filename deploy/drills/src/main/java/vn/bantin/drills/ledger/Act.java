package vn.bantin.drills.ledger;

/** What was written. */
public enum Act {

	/** A new draft. */
	CREATE,

	/** Another text was saved, of a draft or a published article. */
	EDIT,

	/** The saved text became public. */
	PUBLISH,

	/** The saved text became public, with a correction. */
	CORRECT,

	/** The article was retracted. */
	RETRACT,

	/** A reader voted, for the first time or again. */
	VOTE,

	/** A reader withdrew the vote. */
	WITHDRAW

}
