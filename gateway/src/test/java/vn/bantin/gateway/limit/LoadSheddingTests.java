package vn.bantin.gateway.limit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** An event loop that is at work for as long as the test says. */
class LoadSheddingTests {

	private static final FullHttpRequest PAGE = get("/");

	private final EventLoop loop = new DefaultEventLoop();

	private final AtomicLong now = new AtomicLong();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final LoadShedding shedding = new LoadShedding(List.of(this.loop), this.now::get,
			Map.of("X-Frame-Options", "DENY"), this.meters);

	private final EmbeddedChannel connection = new EmbeddedChannel(this.shedding.handler());

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
		this.connection.finishAndReleaseAll();
	}

	@Test
	void passesWhatIsReadInTime() throws Exception {
		assertThat(askOnLoop(Duration.ofSeconds(2))).isNull();
		assertThat(this.connection.inboundMessages()).hasSize(1);
	}

	@Test
	void refusesWhatMayHaveWaitedTooLong() throws Exception {
		Answer answer = Objects.requireNonNull(askOnLoop(Duration.ofSeconds(4)));

		assertThat(this.connection.inboundMessages()).isEmpty();
		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.response().headers().get("Retry-After")).isEqualTo("3");
		assertThat(answer.response().headers().get("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.response().headers().get("X-Frame-Options")).isEqualTo("DENY");
		assertThat(answer.body()).contains("\"type\":\"/problems/unavailable\"", "\"status\":503");
		assertThat(this.meters.get("bantin.gateway.late").tag("class", "vote").counter().count()).isEqualTo(1);
	}

	@Test
	void refusesAShareWhenTheLoopIsAlwaysLate() {
		beLate();
		List<Boolean> refused = Stream.generate(() -> ask(PAGE) != null).limit(20).toList();
		assertThat(refused).contains(true, false);
	}

	@Test
	void refusesWidgetsBeforePages() {
		beLate();
		List<Boolean> widgets = Stream.generate(() -> {
			ask(PAGE);
			return ask(get("/api/widgets/weather")) != null;
		}).limit(20).toList();
		double pages = this.meters.get("bantin.gateway.late").tag("class", "page").counter().count();
		assertThat(widgets.subList(2, 20)).containsOnly(true);
		assertThat(pages).isLessThan(10);
	}

	@Test
	void refusesNoHealthCheck() {
		this.shedding.tick();
		this.now.addAndGet(Duration.ofSeconds(4).toNanos());
		assertThat(ask(get("/actuator/health/readiness"))).isNull();
	}

	@Test
	void givesBrowsersAPage() {
		this.shedding.tick();
		this.now.addAndGet(Duration.ofSeconds(4).toNanos());
		FullHttpRequest request = get("/");
		request.headers().set("Accept", "text/html,*/*");
		Answer answer = Objects.requireNonNull(ask(request));
		assertThat(answer.response().headers().get("Content-Type")).isEqualTo("text/html;charset=UTF-8");
		assertThat(answer.body()).contains("Xin thử lại");
		assertThat(answer.response().headers().getInt("Content-Length"))
			.isEqualTo(answer.body().getBytes(StandardCharsets.UTF_8).length);
	}

	@Test
	void leavesOtherThreadsAlone() {
		this.now.addAndGet(Duration.ofDays(1).toNanos());
		assertThat(ask(PAGE)).isNull();
	}

	private void beLate() {
		this.shedding.tick();
		for (int round = 0; round < 16; round++) {
			this.now.addAndGet(Duration.ofSeconds(1).toNanos());
			this.shedding.tick();
		}
	}

	/** Asks when the loop has been at work for so long. */
	private @Nullable Answer askOnLoop(Duration atWork) throws Exception {
		return this.loop.submit(() -> {
			this.now.addAndGet(atWork.toNanos());
			return ask(new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.PUT,
					"/api/articles/a1b2c3d4e5/rating/mine"));
		}).get();
	}

	/** The refusal; null for a request that passed. */
	private @Nullable Answer ask(FullHttpRequest request) {
		this.connection.writeInbound(request.retainedDuplicate());
		FullHttpResponse response = this.connection.readOutbound();
		return (response == null) ? null : new Answer(response);
	}

	private static FullHttpRequest get(String target) {
		return new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, target);
	}

	private record Answer(FullHttpResponse response) {

		private int status() {
			return this.response.status().code();
		}

		private String body() {
			return this.response.content().toString(StandardCharsets.UTF_8);
		}

	}

}
