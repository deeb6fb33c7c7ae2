package vn.bantin.gateway.routing;

import java.time.Duration;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Drains connections before the server stops. A stopping server closes idle connections,
 * even while a request is arriving on one; so every response first announces that its
 * connection closes, and nothing stops until no request has come for a while.
 */
@Component
class Draining implements WebFilter, ApplicationListener<ContextClosedEvent>, Ordered {

	private static final Duration IDLE = Duration.ofSeconds(1);

	/** For clients that go on sending requests. */
	private static final Duration LIMIT = Duration.ofSeconds(3);

	private static final Duration INTERVAL = Duration.ofMillis(20);

	private final ApplicationContext context;

	private final Duration idle;

	private final Duration limit;

	private volatile boolean served;

	private volatile boolean draining;

	private volatile long lastRequest;

	@Autowired
	Draining(ApplicationContext context) {
		this(context, IDLE, LIMIT);
	}

	Draining(ApplicationContext context, Duration idle, Duration limit) {
		this.context = context;
		this.idle = idle;
		this.limit = limit;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		this.served = true;
		if (this.draining) {
			this.lastRequest = System.nanoTime();
			exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
		}
		return chain.filter(exchange);
	}

	/** Called before any bean of this service stops. */
	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		// Closing a child context publishes its event here too.
		if (event.getApplicationContext() == this.context && this.served) {
			drain();
		}
	}

	private void drain() {
		long begin = System.nanoTime();
		this.lastRequest = begin;
		this.draining = true;
		try {
			while (System.nanoTime() - this.lastRequest < this.idle.toNanos()
					&& System.nanoTime() - begin < this.limit.toNanos()) {
				Thread.sleep(INTERVAL);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
