package vn.bantin.rating.shedding;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import com.netflix.concurrency.limits.Limit;
import com.netflix.concurrency.limits.limit.FixedLimit;
import com.netflix.concurrency.limits.limit.SettableLimit;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class LoadSheddingTests {

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final LoadShedding shedding = new LoadShedding(FixedLimit.of(1), Duration.ofMillis(20), this.meters);

	@Test
	void refusesMoreRequestsThanTheLimit() throws ServletException, IOException {
		MockHttpServletResponse second = new MockHttpServletResponse();
		MockHttpServletResponse first = ask(
				(request, response) -> this.shedding.doFilter(new MockHttpServletRequest(), second, (again, answer) -> {
					throw new AssertionError("It should have been refused");
				}));
		assertThat(first.getStatus()).isEqualTo(200);
		assertThat(second.getStatus()).isEqualTo(503);
		assertThat(second.getContentType()).isEqualTo("application/problem+json");
		assertThat(second.getHeader("Retry-After")).isEqualTo("1");
		assertThat(second.getContentAsString()).contains("\"type\":\"/problems/unavailable\"", "\"status\":503");
		assertThat(refused()).isEqualTo(1);
	}

	@Test
	void returnsItsPermitAlsoAfterAFailure() throws ServletException, IOException {
		ask((request, response) -> {
		});
		assertThatThrownBy(() -> ask((request, response) -> {
			throw new IOException("gone");
		})).isInstanceOf(IOException.class);
		assertThat(ask((request, response) -> {
		}).getStatus()).isEqualTo(200);
		assertThat(refused()).isZero();
	}

	@Test
	void letsABurstWait() throws Exception {
		LoadShedding patient = new LoadShedding(FixedLimit.of(1), Duration.ofMinutes(5), this.meters);
		FutureTask<MockHttpServletResponse> second = new FutureTask<>(() -> ask(patient, (request, response) -> {
		}));
		Thread waiting = Thread.ofPlatform().unstarted(second);

		ask(patient, (request, response) -> {
			waiting.start();
			await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
		});

		assertThat(second.get(20, TimeUnit.SECONDS).getStatus()).isEqualTo(200);
		assertThat(refused()).isZero();
	}

	@Test
	void wakesWaitersWhenTheLimitGrows() throws Exception {
		SettableLimit limit = SettableLimit.startingAt(1);
		LoadShedding patient = new LoadShedding(limit, Duration.ofMinutes(5), this.meters);
		FutureTask<MockHttpServletResponse> second = new FutureTask<>(() -> ask(patient, (request, response) -> {
		}));
		Thread waiting = Thread.ofPlatform().unstarted(second);

		ask(patient, (request, response) -> {
			waiting.start();
			await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
			limit.setLimit(2);
			await().until(second::isDone);
		});

		assertThat(second.get().getStatus()).isEqualTo(200);
	}

	@Test
	void refusesMoreWhenTheLimitShrinks() throws ServletException, IOException {
		SettableLimit limit = SettableLimit.startingAt(2);
		LoadShedding strict = new LoadShedding(limit, Duration.ofMillis(20), this.meters);
		limit.setLimit(1);

		ask(strict, (request, response) -> assertThat(statusOf(strict)).isEqualTo(503));

		assertThat(statusOf(strict)).isEqualTo(200);
	}

	private static int statusOf(LoadShedding shedding) throws ServletException, IOException {
		return ask(shedding, (request, response) -> {
		}).getStatus();
	}

	@Test
	void followsWhatIsAnsweredInTime() {
		Limit limit = LoadShedding.inTime();
		for (int i = 0; i < 50; i++) {
			limit.onSample(0, Duration.ofMillis(900).toNanos(), limit.getLimit(), false);
		}
		assertThat(limit.getLimit()).isEqualTo(58);
		for (int i = 0; i < 20; i++) {
			limit.onSample(0, Duration.ofMillis(1600).toNanos(), limit.getLimit(), false);
		}
		assertThat(limit.getLimit()).isBetween(4, 8);
	}

	private MockHttpServletResponse ask(FilterChain chain) throws ServletException, IOException {
		return ask(this.shedding, chain);
	}

	private static MockHttpServletResponse ask(LoadShedding shedding, FilterChain chain)
			throws ServletException, IOException {
		MockHttpServletResponse response = new MockHttpServletResponse();
		shedding.doFilter(new MockHttpServletRequest(), response, chain);
		return response;
	}

	private double refused() {
		return this.meters.get("bantin.rating.refused").counter().count();
	}

}
