package vn.bantin.service.deadletter;

/**
 * Tells an outage, after which the same record can be handled, from a fault of the
 * record.
 */
@FunctionalInterface
public interface OutageDetector {

	/**
	 * Whether a failure comes from an outage.
	 * @param failure a failure or one of its causes
	 * @return true when the record has to be retried until the outage is over
	 */
	boolean isOutage(Throwable failure);

}
