package vn.bantin.service.barrier;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.bantin.service.observation.ServiceMeter;
import vn.bantin.service.projection.Positions;
import vn.bantin.service.projection.Projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class ReadBarrierTests {

	private final Projection projection = mock();

	private final Positions positions = mock();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final ReadBarrier barrier = new ReadBarrier(this.projection, this.positions, this.meters);

	@BeforeEach
	void havePassedOffsetSeven() {
		given(this.projection.topics()).willReturn(Set.of("greetings"));
		given(this.positions.awaitPassed(any(), any(Duration.class))).willAnswer((call) -> {
			Map<TopicPartition, Long> passed = Map.of(new TopicPartition("greetings", 3), 7L,
					new TopicPartition("greetings", 4), 1L);
			return call.<Map<TopicPartition, Long>>getArgument(0)
				.entrySet()
				.stream()
				.allMatch((seen) -> seen.getValue() <= passed.getOrDefault(seen.getKey(), -1L));
		});
	}

	@Test
	void marksAnswersThatAreOlderThanWhatTheCallerHasSeen() {
		assertThat(behind("greetings-3:7")).isNull();
		assertThat(behind("greetings-3:8")).isEqualTo("true");
		assertThat(this.meters.counter(ServiceMeter.PROJECTION_BEHIND.meter()).count()).isOne();
	}

	@Test
	void waitsForAllEventsThatTheCallerHasSeen() {
		assertThat(behind("greetings-3:7,greetings-4:1")).isNull();
		assertThat(behind("greetings-3:7,greetings-4:2")).isEqualTo("true");
		assertThat(behind("farewells-0:9,greetings-3:8")).isEqualTo("true");
		assertThat(behind("greetings-3:8,greetings-3:7")).isEqualTo("true");
	}

	@Test
	void ignoresOtherTopicsAndWhatNamesNoEvent() {
		assertThat(behind("farewells-3:8")).isNull();
		assertThat(behind("greetings of all kinds")).isNull();
		assertThat(behind(null)).isNull();
	}

	private @Nullable String behind(@Nullable String seen) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/greetings");
		if (seen != null) {
			request.addHeader("X-Seen", seen);
		}
		MockHttpServletResponse response = new MockHttpServletResponse();
		assertThat(this.barrier.preHandle(request, response, new Object())).isTrue();
		return response.getHeader("X-Behind");
	}

}
