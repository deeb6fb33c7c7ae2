package vn.bantin.service.projection;

import java.time.Duration;
import java.util.Map;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PositionsTests {

	private static final TopicPartition PARTITION = new TopicPartition("greetings", 0);

	private static final TopicPartition OTHER = new TopicPartition("greetings", 1);

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
	void knowsWhatWasThereAtTheStartAndWhatCanBeSeen() {
		this.positions.expect(Map.of(PARTITION, 3L, OTHER, 5L));
		this.positions.moveTo(Map.of(PARTITION, 4L, OTHER, 1L));
		assertThat(this.positions.known()).isEqualTo(Map.of(PARTITION, 4L, OTHER, 5L));
	}

	@Test
	void countsWhatIsMissing() {
		this.positions.moveTo(Map.of(PARTITION, 4L, OTHER, 1L));
		assertThat(this.positions.countMissing(Map.of(PARTITION, 3L, OTHER, 5L))).isEqualTo(4);
	}

	@Test
	void hasPassedEventsOnlyWhenAllOfThemCanBeSeen() {
		this.positions.moveTo(Map.of(PARTITION, 4L, OTHER, 1L));
		assertThat(this.positions.awaitPassed(Map.of(PARTITION, 3L, OTHER, 0L), Duration.ZERO)).isTrue();
		assertThat(this.positions.awaitPassed(Map.of(PARTITION, 3L, OTHER, 1L), Duration.ZERO)).isFalse();
		assertThat(this.positions.awaitPassed(Map.of(), Duration.ZERO)).isTrue();
	}

	@Test
	void withdrawsEverythingWithTheView() {
		this.positions.expect(Map.of(PARTITION, 3L));
		this.positions.moveTo(Map.of(PARTITION, 3L));
		this.positions.withdraw();
		assertThat(this.positions.isCaughtUp()).isFalse();
		assertThat(this.positions.known()).isEmpty();
		assertThat(this.positions.awaitPassed(Map.of(PARTITION, 0L), Duration.ZERO)).isFalse();
	}

}
