package vn.bantin.service.deadletter;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/**
 * Handles a batch of events with one durable write. An event that cannot be read is
 * named, so that it alone becomes a dead letter: those before it are stored first, those
 * after it come again.
 */
public final class EventBatch {

	private EventBatch() {
	}

	/**
	 * Handles a batch.
	 * @param <T> what an event is read into
	 * @param batch the payloads, with a list of each header
	 * @param reading reads one event; throws when it cannot
	 * @param storing stores what was read, in order; may get the same events again
	 * @throws BatchListenerFailedException naming the first event that cannot be read or
	 * stored; all before it are stored
	 */
	public static <T> void handle(Message<? extends List<?>> batch, Function<Event, T> reading,
			Consumer<List<T>> storing) {
		List<?> payloads = batch.getPayload();
		List<T> read = new ArrayList<>(payloads.size());
		for (int i = 0; i < payloads.size(); i++) {
			try {
				read.add(reading.apply(event(batch, i)));
			}
			catch (RuntimeException ex) {
				store(read, storing);
				throw new BatchListenerFailedException("An event that cannot be read", ex, i);
			}
		}
		store(read, storing);
	}

	private static <T> void store(List<T> read, Consumer<List<T>> storing) {
		try {
			if (!read.isEmpty()) {
				storing.accept(read);
			}
		}
		catch (RuntimeException ex) {
			storeEach(read, storing);
		}
	}

	/** Finds the event that fails, so that no good one becomes a dead letter. */
	private static <T> void storeEach(List<T> read, Consumer<List<T>> storing) {
		for (int i = 0; i < read.size(); i++) {
			try {
				storing.accept(List.of(read.get(i)));
			}
			catch (RuntimeException ex) {
				throw new BatchListenerFailedException("An event that cannot be stored", ex, i);
			}
		}
	}

	private static Event event(Message<?> batch, int index) {
		@Nullable Object payload = ((List<?>) batch.getPayload()).get(index);
		if (!(payload instanceof byte[] data)) {
			throw new IllegalArgumentException("An event without data");
		}
		return new Event(data, header(batch, KafkaHeaders.RECEIVED_PARTITION, index).intValue(),
				header(batch, KafkaHeaders.OFFSET, index).longValue());
	}

	private static Number header(Message<?> batch, String name, int index) {
		List<?> values = Objects.requireNonNull(batch.getHeaders().get(name, List.class), name);
		return (Number) Objects.requireNonNull(values.get(index), name);
	}

	/**
	 * An event of the batch.
	 *
	 * @param data its value
	 * @param partition its partition
	 * @param offset its offset
	 */
	@SuppressWarnings("ArrayRecordComponent")
	public record Event(byte[] data, int partition, long offset) {
	}

}
