package vn.bantin.rating;

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
 * Events that came together and are taken in with one durable write. One that cannot be
 * read is named, so that it alone goes to its dead-letter topic: those before it are kept
 * first, those after it come again.
 */
public final class EventBatch {

	private EventBatch() {
	}

	/**
	 * Takes in a batch.
	 * @param <T> what an event is read into
	 * @param batch the payloads, with a list of each header
	 * @param reading reads one event; throws when it cannot
	 * @param keeping keeps what was read, in order; may get the same events again
	 * @throws BatchListenerFailedException naming the first event that cannot be read or
	 * kept; all before it are kept
	 */
	public static <T> void take(Message<? extends List<?>> batch, Function<Event, T> reading,
			Consumer<List<T>> keeping) {
		List<?> payloads = batch.getPayload();
		List<T> read = new ArrayList<>(payloads.size());
		for (int i = 0; i < payloads.size(); i++) {
			try {
				read.add(reading.apply(event(batch, i)));
			}
			catch (RuntimeException ex) {
				keep(read, keeping);
				throw new BatchListenerFailedException("An event that cannot be read", ex, i);
			}
		}
		keep(read, keeping);
	}

	private static <T> void keep(List<T> read, Consumer<List<T>> keeping) {
		try {
			if (!read.isEmpty()) {
				keeping.accept(read);
			}
		}
		catch (RuntimeException ex) {
			keepEach(read, keeping);
		}
	}

	/** Finds the one that is in the way, lest a good one be put aside for it. */
	private static <T> void keepEach(List<T> read, Consumer<List<T>> keeping) {
		for (int i = 0; i < read.size(); i++) {
			try {
				keeping.accept(List.of(read.get(i)));
			}
			catch (RuntimeException ex) {
				throw new BatchListenerFailedException("An event that cannot be kept", ex, i);
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
	 * One of them.
	 *
	 * @param data its value
	 * @param partition where it stands
	 * @param offset at which place there
	 */
	@SuppressWarnings("ArrayRecordComponent")
	public record Event(byte[] data, int partition, long offset) {
	}

}
