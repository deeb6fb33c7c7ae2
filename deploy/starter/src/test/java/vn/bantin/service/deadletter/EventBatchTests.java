package vn.bantin.service.deadletter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.KafkaNull;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EventBatchTests {

	private final List<List<Integer>> stored = new ArrayList<>();

	@Test
	void storesAllAtOnceInOrder() {
		EventBatch.handle(batch("1", "2", "3"), EventBatchTests::number, this.stored::add);
		assertThat(this.stored).containsExactly(List.of(1, 2, 3));
	}

	@Test
	void givesTheOffsetOfAnEvent() {
		List<Long> offsets = new ArrayList<>();
		EventBatch.handle(batch("1", "2"), EventBatch.Event::offset, offsets::addAll);
		assertThat(offsets).containsExactly(100L, 101L);
	}

	@Test
	void namesWhatCannotBeReadAfterStoringWhatCameBefore() {
		assertThatExceptionOfType(BatchListenerFailedException.class)
			.isThrownBy(() -> EventBatch.handle(batch("1", "2", "x", "4"), EventBatchTests::number, this.stored::add))
			.satisfies((ex) -> assertThat(ex.getIndex()).isEqualTo(2))
			.withCauseInstanceOf(NumberFormatException.class);
		assertThat(this.stored).containsExactly(List.of(1, 2));
	}

	@Test
	void namesEventWithoutData() {
		assertThatExceptionOfType(BatchListenerFailedException.class)
			.isThrownBy(() -> EventBatch.handle(batch(KafkaNull.INSTANCE, bytes("1")), EventBatchTests::number,
					this.stored::add))
			.satisfies((ex) -> assertThat(ex.getIndex()).isZero());
		assertThat(this.stored).isEmpty();
	}

	@Test
	void namesTheFirstWhenNothingCanBeStored() {
		IllegalStateException away = new IllegalStateException("The database is away");
		assertThatExceptionOfType(BatchListenerFailedException.class)
			.isThrownBy(() -> EventBatch.handle(batch("1", "x"), EventBatchTests::number, (read) -> {
				throw away;
			}))
			.satisfies((ex) -> assertThat(ex.getIndex()).isZero())
			.withCause(away);
	}

	@Test
	void namesWhatCannotBeStoredAndStoresWhatCameBefore() {
		assertThatExceptionOfType(BatchListenerFailedException.class)
			.isThrownBy(() -> EventBatch.handle(batch("1", "2", "13", "4"), EventBatchTests::number, (read) -> {
				if (read.contains(13)) {
					throw new IllegalArgumentException("13");
				}
				this.stored.add(read);
			}))
			.satisfies((ex) -> assertThat(ex.getIndex()).isEqualTo(2))
			.withCauseInstanceOf(IllegalArgumentException.class);
		assertThat(this.stored).containsExactly(List.of(1), List.of(2));
	}

	private static int number(EventBatch.Event event) {
		return Integer.parseInt(new String(event.data(), StandardCharsets.UTF_8));
	}

	private static Message<List<?>> batch(String... events) {
		return batch(List.of(events).stream().map(EventBatchTests::bytes).toArray());
	}

	private static Message<List<?>> batch(Object... payloads) {
		List<Integer> places = IntStream.range(0, payloads.length).boxed().toList();
		return MessageBuilder.<List<?>>withPayload(List.of(payloads))
			.setHeader(KafkaHeaders.RECEIVED_PARTITION, places.stream().map((place) -> 3).toList())
			.setHeader(KafkaHeaders.OFFSET, places.stream().map((place) -> 100L + place).toList())
			.build();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
