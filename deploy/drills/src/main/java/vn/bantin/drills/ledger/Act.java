package vn.bantin.drills.ledger;

/** What was written. */
public enum Act {

	/** A new draft. */
	CREATE,

	/** A draft or a published article was saved with another text. */
	EDIT,

	/** What is saved became public. */
	PUBLISH,

	/** What is saved became public with a note. */
	CORRECT,

	/** The article was taken back. */
	RETRACT,

	/** A reader's stars for an article, for the first time or again. */
	VOTE,

	/** A reader took the vote back. */
	WITHDRAW

}
