package vn.bantin.drills.ledger;

/** How a write ended for the client. */
public enum Outcome {

	/** Accepted, so it must stay. */
	ACK,

	/** Refused, so it must never be seen. */
	REFUSED,

	/** No clear answer to any attempt, so either may be true. */
	UNKNOWN

}
