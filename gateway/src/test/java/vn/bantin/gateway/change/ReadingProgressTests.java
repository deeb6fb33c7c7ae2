package vn.bantin.gateway.change;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.bantin.service.projection.Positions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class ReadingProgressTests {

	private static final TopicPartition PARTITION = new TopicPartition("articles", 3);

	private static final TopicPartition EMPTY = new TopicPartition("forecasts", 0);

	private final Map<TopicPartition, Long> known = new HashMap<>(Map.of(PARTITION, 7L, EMPTY, 0L));

	private final Positions positions = mock();

	private long now;

	private final ReadingProgress progress = new ReadingProgress(this.positions, () -> this.now);

	@BeforeEach
	void readAsFarAsKnown() {
		given(this.positions.known()).willReturn(this.known);
		given(this.positions.countMissing(any())).willAnswer((call) -> call.<Map<TopicPartition, Long>>getArgument(0)
			.entrySet()
			.stream()
			.mapToLong((end) -> Math.max(0, end.getValue() - this.known.getOrDefault(end.getKey(), 0L)))
			.sum());
	}

	@Test
	void isNotCurrentBeforeKafkaHasSaidHowFarTheTopicsGo() {
		assertThat(this.progress.isCurrent()).isFalse();
		kafkaSays(7);
		assertThat(this.progress.isCurrent()).isTrue();
	}

	@Test
	void isCurrentOnceItHasReadWhatKafkaSaid() {
		kafkaSays(8);
		assertThat(this.progress.isCurrent()).isFalse();
		assertThat(this.progress.countMissing()).isEqualTo(1);
		this.known.put(PARTITION, 8L);
		assertThat(this.progress.isCurrent()).isTrue();
		assertThat(this.progress.countMissing()).isZero();
	}

	@Test
	void staysCurrentWhileReadingIsALittleBehind() {
		for (long end = 7; end < 20; end++) {
			kafkaSays(end);
			assertThat(this.progress.isCurrent()).isTrue();
			pass(Duration.ofSeconds(1));
			this.known.put(PARTITION, end);
		}
	}

	@Test
	void isNotCurrentWhileReadingLags() {
		for (long end = 10; end < 20; end++) {
			kafkaSays(end);
			assertThat(this.progress.isCurrent()).isFalse();
			pass(Duration.ofSeconds(1));
			this.known.put(PARTITION, end - 3);
		}
	}

	@Test
	void isNotCurrentWhileKafkaIsSilentAndUntilItHasCaughtUpAgain() {
		kafkaSays(7);
		pass(Duration.ofMillis(1900));
		assertThat(this.progress.isCurrent()).isTrue();
		pass(Duration.ofMillis(200));
		assertThat(this.progress.isCurrent()).isFalse();
		assertThat(this.progress.silence()).isEqualTo(2.1);
		kafkaSays(9);
		assertThat(this.progress.isCurrent()).isFalse();
		this.known.put(PARTITION, 9L);
		assertThat(this.progress.isCurrent()).isTrue();
	}

	@Test
	void isNotCurrentOnceTheTopicsAreOthers() {
		kafkaSays(7);
		this.progress.reset();
		assertThat(this.progress.isCurrent()).isFalse();
		assertThat(this.progress.silence()).isNaN();
	}

	@Test
	void saysTheLastOffsetOfEachPartitionThatHasOne() {
		this.known.put(new TopicPartition("articles", 12), 1L);
		assertThat(this.progress.seen()).contains("articles-12:0,articles-3:6");
		kafkaSays(8);
		assertThat(this.progress.seen()).contains("articles-12:0,articles-3:7");
	}

	@Test
	void saysNothingWhileNothingIsKnown() {
		this.known.clear();
		assertThat(this.progress.seen()).isEmpty();
	}

	private void kafkaSays(long end) {
		this.progress.extend(this.now, Map.of(PARTITION, end, EMPTY, 0L));
	}

	private void pass(Duration duration) {
		this.now += duration.toNanos();
	}

}
