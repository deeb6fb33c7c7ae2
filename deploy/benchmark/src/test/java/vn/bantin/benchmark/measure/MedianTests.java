package vn.bantin.benchmark.measure;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MedianTests {

	@Test
	void takesTheMiddle() {
		assertThat(Median.of(List.of(3.0, 1.0, 100.0))).isEqualTo(3);
		assertThat(Median.of(List.of(4.0, 1.0))).isEqualTo(2.5);
		assertThat(Median.of(List.of("a", "ccc", "bb"), String::length)).isEqualTo(2);
	}

}
