package vn.bantin.rating;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.netflix.concurrency.limits.Limit;
import com.netflix.concurrency.limits.limit.FixedLimit;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LoadSheddingTests {

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final LoadShedding shedding = new LoadShedding(FixedLimit.of(1), Duration.ofMillis(20), this.meters);

	@Test
	void refusesWhatIsTooMuchAndSaysSo() throws ServletException, IOException {
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
	void makesRoomAgain() throws ServletException, IOException {
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
	void letsThoseWaitWhoComeAtOnce() throws Exception {
		LoadShedding patient = new LoadShedding(FixedLimit.of(1), Duration.ofSeconds(30), this.meters);
		CountDownLatch inside = new CountDownLatch(1);
		CountDownLatch leaves = new CountDownLatch(1);
		try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<MockHttpServletResponse> first = readers.submit(() -> ask(patient, (request, response) -> {
				inside.countDown();
				awaitUninterruptibly(leaves);
			}));
			awaitUninterruptibly(inside);
			Future<MockHttpServletResponse> second = readers.submit(() -> ask(patient, (request, response) -> {
			}));
			leaves.countDown();
			assertThat(first.get().getStatus()).isEqualTo(200);
			assertThat(second.get().getStatus()).isEqualTo(200);
		}
		assertThat(refused()).isZero();
	}

	@Test
	void takesInWhatItAnswersInTime() {
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

	private static void awaitUninterruptibly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
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
