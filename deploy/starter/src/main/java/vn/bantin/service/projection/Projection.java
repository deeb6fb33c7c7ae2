package vn.bantin.service.projection;

import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * A view folded from whole topics. One thread calls it. Events come in the order of their
 * partition, and come again after a restart: applied twice, the view is the same.
 */
public interface Projection {

	/**
	 * The topics that the view is folded from.
	 * @return their names
	 */
	Set<String> topics();

	/**
	 * Takes in an event.
	 * @param event a record of one of the topics
	 * @throws RuntimeException if the event cannot be applied and has to become a dead
	 * letter
	 * @throws ProjectionUnavailable if the view cannot be written, whatever the event
	 */
	void apply(ConsumerRecord<byte[], byte[]> event);

	/**
	 * Where reading starts.
	 * @return the next offset of each partition as of the last {@link #checkpoint}; those
	 * not named are read from their beginning
	 */
	default Map<TopicPartition, Long> positions() {
		return Map.of();
	}

	/** Lets readers see what was applied since the last time. Comes after each batch. */
	default void publish() {
	}

	/**
	 * Makes what was applied durable. Comes every few seconds while events are applied.
	 * @param positions the next offset of each partition, to be stored with it
	 */
	default void checkpoint(Map<TopicPartition, Long> positions) {
	}

	/** Makes the view writable again and goes back to the last {@link #checkpoint}. */
	default void recover() {
	}

	/**
	 * Empties the view, because the topics are others than those it was folded from.
	 */
	default void clear() {
	}

}
