package vn.bantin.service.projection;

import java.time.Duration;
import java.util.Map;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PositionsTests {

	private static final TopicPartition PARTITION = new TopicPartition("greetings", 0);

	private final Positions positions = new Positions();

	@Test
	void hasCaughtUpAtTheEndsOfTheStart() {
		this.positions.expect(Map.of(PARTITION, 3L));
		this.positions.moveTo(Map.of(PARTITION, 2L));
		assertThat(this.positions.isCaughtUp()).isFalse();
		this.positions.moveTo(Map.of(PARTITION, 3L));
		assertThat(this.positions.isCaughtUp()).isTrue();
	}

	@Test
	void hasNotCaughtUpBeforeItIsKnownWithWhat() {
		this.positions.moveTo(Map.of(PARTITION, 3L));
		assertThat(this.positions.isCaughtUp()).isFalse();
	}

	@Test
	void staysReadyWhenKafkaComesBack() {
		this.positions.assumeCaughtUp();
		this.positions.expect(Map.of(PARTITION, 3L));
		assertThat(this.positions.isCaughtUp()).isTrue();
	}

	@Test
	void withdrawsEverythingWithTheView() {
		this.positions.expect(Map.of(PARTITION, 3L));
		this.positions.moveTo(Map.of(PARTITION, 3L));
		this.positions.withdraw();
		assertThat(this.positions.isCaughtUp()).isFalse();
		assertThat(this.positions.awaitPassed(PARTITION, 0, Duration.ZERO)).isFalse();
	}

}
