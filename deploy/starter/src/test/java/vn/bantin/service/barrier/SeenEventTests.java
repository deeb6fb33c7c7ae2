package vn.bantin.service.barrier;

import java.util.Collections;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SeenEventTests {

	@Test
	void readsTopicPartitionAndOffset() {
		assertThat(SeenEvent.parse("exchange-rates-3:4711"))
			.containsExactly(new SeenEvent(new TopicPartition("exchange-rates", 3), 4711));
	}

	@Test
	void readsSeveral() {
		assertThat(SeenEvent.parse("articles-0:1,tallies-11:22")).containsExactly(
				new SeenEvent(new TopicPartition("articles", 0), 1),
				new SeenEvent(new TopicPartition("tallies", 11), 22));
	}

	@Test
	void readsNoMoreThanThereAreTopicsFor() {
		assertThat(SeenEvent.parse(String.join(",", Collections.nCopies(64, "articles-0:1")))).hasSize(64);
		assertThat(SeenEvent.parse(String.join(",", Collections.nCopies(65, "articles-0:1")))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "articles", "articles-3", "articles-x:1", "articles-3:", "-3:4711",
			"articles-3:9999999999999999999", "articles-3:4711 ", "articles-3:4711,", "articles-3:4711,tallies" })
	void ignoresWhatNamesNoEvent(String header) {
		assertThat(SeenEvent.parse(header)).isEmpty();
	}

	@Test
	void ignoresAbsence() {
		assertThat(SeenEvent.parse(null)).isEmpty();
	}

}
