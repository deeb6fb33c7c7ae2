package vn.bantin.service.cloudevent;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CloudEventsTests {

	private static final Instant TIME = Instant.parse("2026-11-29T01:02:03.456Z");

	private final CloudEvents events = new CloudEvents("hello");

	private final CloudEvent event = new CloudEvent("id-1", "vn.bantin.greeting.sent.v1", "g1", 7, TIME,
			"{\"to\":\"Hà Nội\"}");

	@Test
	void writesAttributesOfBinaryMode() {
		ProducerRecord<byte[], byte[]> sent = this.events.write("greetings", this.event);
		assertThat(sent.headers().toArray()).extracting((it) -> it.key() + ": " + text(it.value()))
			.containsExactly("ce_specversion: 1.0", "ce_id: id-1", "ce_source: /hello",
					"ce_type: vn.bantin.greeting.sent.v1", "ce_subject: g1", "ce_time: 2026-11-29T01:02:03.456Z",
					"ce_dataschema: https://bantin.vn/schemas/greeting.sent.v1.schema.json", "ce_revision: 7",
					"ce_partitionkey: g1", "content-type: application/json");
		assertThat(sent.timestamp()).isEqualTo(TIME.toEpochMilli());
		assertThat(text(sent.key())).isEqualTo("g1");
	}

	@Test
	void readsWhatItWrote() {
		assertThat(CloudEvents.read(received(this.events.write("greetings", this.event)))).isEqualTo(this.event);
	}

	@Test
	void refusesRecordWithoutAnAttributeOrData() {
		ProducerRecord<byte[], byte[]> sent = this.events.write("greetings", this.event);
		sent.headers().remove("ce_type");
		assertThatIllegalArgumentException().isThrownBy(() -> CloudEvents.read(received(sent)))
			.withMessageContaining("ce_type");
		assertThatIllegalArgumentException().isThrownBy(
				() -> CloudEvents.read(new ConsumerRecord<byte[], byte[]>("greetings", 0, 0, new byte[0], null)));
	}

	@Test
	void refusesTypeOfSomebodyElse() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> CloudEvent.of("org.example.sent.v1", "g1", 1, TIME, "{}"));
	}

	@Test
	void givesIdsInTheOrderOfTime() {
		UUID id = UUID.fromString(CloudEvent.of("vn.bantin.greeting.sent.v1", "g1", 1, TIME, "{}").id());
		assertThat(id.version()).isEqualTo(7);
		assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(TIME.toEpochMilli());
	}

	private static ConsumerRecord<byte[], byte[]> received(ProducerRecord<byte[], byte[]> sent) {
		Headers headers = new RecordHeaders(Arrays.stream(sent.headers().toArray()).toArray(Header[]::new));
		return new ConsumerRecord<>(sent.topic(), 0, 0, sent.timestamp(), TimestampType.CREATE_TIME, -1, -1, sent.key(),
				sent.value(), headers, Optional.empty());
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
