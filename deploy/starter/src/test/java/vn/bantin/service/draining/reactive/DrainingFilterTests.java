package vn.bantin.service.draining.reactive;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;
import vn.bantin.service.draining.Draining;

import static org.assertj.core.api.Assertions.assertThat;

class DrainingFilterTests {

	private final StaticApplicationContext context = new StaticApplicationContext();

	private final Draining draining = new Draining(this.context, Duration.ZERO, Duration.ZERO);

	@Test
	void keepsConnectionsUntilTheServiceDrains() {
		assertThat(connection()).isNull();

		this.draining.onApplicationEvent(new ContextClosedEvent(this.context));

		assertThat(connection()).isEqualTo("close");
	}

	private @Nullable String connection() {
		MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
		new DrainingFilter(this.draining).filter(exchange, (it) -> Mono.empty()).block();
		return exchange.getResponse().getHeaders().getFirst("Connection");
	}

}
