package vn.bantin.gateway.routing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/** An event loop that is at work for as long as the test says. */
class LoadSheddingTests {

	private final EventLoop loop = new DefaultEventLoop();

	private final AtomicLong now = new AtomicLong();

	private final AtomicInteger passed = new AtomicInteger();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final LoadShedding shedding = new LoadShedding(List.of(this.loop), this.now::get, this.meters);

	/** What is scheduled later runs later. */
	@BeforeEach
	void awaitTheFirstTick() throws Exception {
		this.loop.schedule(() -> {
			// Nothing.
		}, 0, TimeUnit.NANOSECONDS).get();
	}

	@AfterEach
	void close() {
		this.shedding.destroy();
		this.loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
	}

	@Test
	void passesWhatIsReadInTime() throws Exception {
		assertThat(askOnLoop(Duration.ofSeconds(2)).getStatusCode()).isNull();
		assertThat(this.passed).hasValue(1);
	}

	@Test
	void refusesWhatMayHaveWaitedTooLong() throws Exception {
		MockServerHttpResponse answer = askOnLoop(Duration.ofSeconds(4));

		assertThat(this.passed).hasValue(0);
		assertThat(answer.getStatusCode()).hasToString("503 SERVICE_UNAVAILABLE");
		assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("3");
		assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(answer.getBodyAsString().block()).contains("\"type\":\"/problems/unavailable\"", "\"status\":503");
		assertThat(this.meters.get("bantin.gateway.late").counter().count()).isEqualTo(1);
	}

	@Test
	void refusesAShareWhenTheLoopIsAlwaysLate() {
		this.shedding.tick();
		for (int round = 0; round < 16; round++) {
			this.now.addAndGet(Duration.ofSeconds(1).toNanos());
			this.shedding.tick();
		}
		List<Boolean> refused = Stream
			.generate(() -> ask(MockServerHttpRequest.get("/").build()).getStatusCode() != null)
			.limit(20)
			.toList();
		assertThat(refused).contains(true, false);
	}

	@Test
	void refusesNoHealthCheck() {
		this.shedding.tick();
		this.now.addAndGet(Duration.ofSeconds(4).toNanos());
		assertThat(ask(MockServerHttpRequest.get("/actuator/health/readiness").build()).getStatusCode()).isNull();
	}

	@Test
	void givesBrowsersAPage() {
		this.shedding.tick();
		this.now.addAndGet(Duration.ofSeconds(4).toNanos());
		MockServerHttpResponse answer = ask(
				MockServerHttpRequest.get("/").accept(MediaType.TEXT_HTML, MediaType.ALL).build());
		assertThat(answer.getHeaders().getContentType()).hasToString("text/html;charset=UTF-8");
		assertThat(answer.getBodyAsString().block()).contains("Xin thử lại");
		assertThat(answer.getHeaders().getContentLength())
			.isEqualTo(String.valueOf(answer.getBodyAsString().block()).getBytes(StandardCharsets.UTF_8).length);
	}

	@Test
	void leavesOtherThreadsAlone() {
		this.now.addAndGet(Duration.ofDays(1).toNanos());
		assertThat(ask(MockServerHttpRequest.get("/").build()).getStatusCode()).isNull();
	}

	/** Asks when the loop has been at work for so long. */
	private MockServerHttpResponse askOnLoop(Duration atWork) throws Exception {
		return this.loop.submit(() -> {
			this.now.addAndGet(atWork.toNanos());
			return ask(MockServerHttpRequest.put("/api/articles/a1b2c3d4e5/rating/mine").build());
		}).get();
	}

	private MockServerHttpResponse ask(MockServerHttpRequest request) {
		MockServerWebExchange exchange = MockServerWebExchange.from(request);
		this.shedding.filter(exchange, (filtered) -> {
			this.passed.incrementAndGet();
			return Mono.empty();
		}).block();
		return exchange.getResponse();
	}

}
