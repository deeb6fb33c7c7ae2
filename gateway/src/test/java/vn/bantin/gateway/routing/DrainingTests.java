package vn.bantin.gateway.routing;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class DrainingTests {

	private static final Duration NEVER = Duration.ofDays(1);

	private final StaticApplicationContext context = new StaticApplicationContext();

	@Test
	void keepsConnectionsWhileNothingStops() {
		assertThat(connection(new Draining(this.context, Duration.ZERO, NEVER))).isNull();
	}

	@Test
	void closesConnectionsBeforeAnythingStopsUntilIdle() throws Exception {
		Draining draining = new Draining(this.context, Duration.ofSeconds(1), NEVER);
		connection(draining);

		Thread stopping = Thread.ofVirtual().start(() -> draining.onApplicationEvent(closed(this.context)));

		await().until(() -> "close".equals(connection(draining)));
		long end = System.nanoTime() + Duration.ofMillis(1500).toNanos();
		while (System.nanoTime() < end) {
			assertThat(connection(draining)).isEqualTo("close");
			assertThat(stopping.isAlive()).isTrue();
		}
		assertThat(stopping.join(Duration.ofSeconds(30))).isTrue();
	}

	@Test
	void stopsAtTheLimitWhileRequestsGoOn() {
		Draining draining = new Draining(this.context, NEVER, Duration.ofMillis(50));
		connection(draining);

		draining.onApplicationEvent(closed(this.context));

		assertThat(connection(draining)).isEqualTo("close");
	}

	@Test
	void waitsForNothingWithoutAnyRequest() {
		new Draining(this.context, NEVER, NEVER).onApplicationEvent(closed(this.context));
	}

	@Test
	void ignoresChildContexts() {
		Draining draining = new Draining(this.context, NEVER, NEVER);
		connection(draining);

		draining.onApplicationEvent(closed(new StaticApplicationContext(this.context)));

		assertThat(connection(draining)).isNull();
	}

	private static ContextClosedEvent closed(StaticApplicationContext context) {
		return new ContextClosedEvent(context);
	}

	private static @Nullable String connection(Draining draining) {
		MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
		draining.filter(exchange, (filtered) -> Mono.empty()).block();
		return exchange.getResponse().getHeaders().getFirst("Connection");
	}

}
