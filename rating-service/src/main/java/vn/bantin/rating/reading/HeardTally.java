package vn.bantin.rating.reading;

import java.util.Comparator;

/**
 * A tally as it came.
 *
 * @param tally what the event says
 * @param partition where it stands in the topic
 * @param offset at which place there
 */
record HeardTally(KnownTally tally, int partition, long offset) {

	/** Of two of one version the later has the offset that a reader waits for. */
	static final Comparator<HeardTally> OLDEST_FIRST = Comparator
		.comparingLong((HeardTally heard) -> heard.tally().version())
		.thenComparingLong(HeardTally::offset);

	boolean isAt(int partition, long offset) {
		return this.partition == partition && this.offset >= offset;
	}

}
