package vn.bantin.rating.reading;

import java.util.Comparator;

/**
 * A tally with the position of its event.
 *
 * @param tally what the event says
 * @param partition of the topic
 * @param offset in that partition
 */
record TallyEvent(ArticleTally tally, int partition, long offset) {

	/** By version; of two with the same version the later offset is the newer event. */
	static final Comparator<TallyEvent> OLDEST_FIRST = Comparator
		.comparingLong((TallyEvent event) -> event.tally().version())
		.thenComparingLong(TallyEvent::offset);

	boolean isAt(int partition, long offset) {
		return this.partition == partition && this.offset >= offset;
	}

}
