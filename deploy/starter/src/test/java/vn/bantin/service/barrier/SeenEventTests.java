package vn.bantin.service.barrier;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SeenEventTests {

	@Test
	void readsTopicPartitionAndOffset() {
		assertThat(SeenEvent.parse("exchange-rates-3:4711"))
			.contains(new SeenEvent(new TopicPartition("exchange-rates", 3), 4711));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "articles", "articles-3", "articles-x:1", "articles-3:", "-3:4711",
			"articles-3:9999999999999999999", "articles-3:4711 " })
	void ignoresWhatNamesNoEvent(String header) {
		assertThat(SeenEvent.parse(header)).isEmpty();
	}

	@Test
	void ignoresAbsence() {
		assertThat(SeenEvent.parse(null)).isEmpty();
	}

}
