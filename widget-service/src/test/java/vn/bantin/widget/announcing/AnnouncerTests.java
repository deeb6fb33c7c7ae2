package vn.bantin.widget.announcing;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.support.SendResult;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.service.cloudevent.CloudEvents;
import vn.bantin.widget.exchangerates.Board;
import vn.bantin.widget.provenance.Source;
import vn.bantin.widget.provenance.Times;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

class AnnouncerTests {

	private static final Instant NOW = Instant.parse("2026-09-02T10:40:00Z");

	private static final Board BOARD = new Board("Vietcombank", List.of(),
			new Source("Vietcombank", "https://example.org", false), new Times(NOW, NOW, NOW));

	private final KafkaOperations<byte[], byte[]> kafka = mock();

	private final Announcer announcer = new Announcer(this.kafka, new CloudEvents("widget-service"),
			JsonMapper.shared());

	@Test
	void failsWhenKafkaIsAway() {
		when(this.kafka.send(any(ProducerRecord.class)))
			.thenThrow(new KafkaException("Send failed", new TimeoutException("no metadata")));
		assertThatExceptionOfType(NotAnnounced.class).isThrownBy(() -> this.announcer.announce(BOARD))
			.withMessageContaining("Send failed");
	}

	@Test
	void failsWhenKafkaDoesNotAcknowledge() {
		CompletableFuture<SendResult<byte[], byte[]>> refused = CompletableFuture
			.failedFuture(new TimeoutException("not enough replicas"));
		when(this.kafka.send(any(ProducerRecord.class))).thenReturn(refused);
		assertThatExceptionOfType(NotAnnounced.class).isThrownBy(() -> this.announcer.announce(BOARD))
			.withMessageContaining("not enough replicas");
	}

}
