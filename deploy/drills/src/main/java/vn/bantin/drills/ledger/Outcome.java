package vn.bantin.drills.ledger;

/** What the one who wrote was told in the end. */
public enum Outcome {

	/** Accepted: it must stay. */
	ACK,

	/** Refused: it must never be seen. */
	REFUSED,

	/** No answer, however often it was asked: either may be true. */
	UNKNOWN

}
