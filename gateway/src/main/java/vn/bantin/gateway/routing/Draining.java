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
 * Takes leave before the server stops. A stopping server closes the connections that are
 * kept alive, also under a request that is just coming in; so each answer says first that
 * its connection ends, and nothing stops before a while has passed without a request.
 */
@Component
class Draining implements WebFilter, ApplicationListener<ContextClosedEvent>, Ordered {

	private static final Duration QUIET = Duration.ofSeconds(1);

	/** For those who do not take the hint. */
	private static final Duration LONGEST = Duration.ofSeconds(3);

	private static final Duration LOOK = Duration.ofMillis(20);

	private final ApplicationContext context;

	private final Duration quiet;

	private final Duration longest;

	private volatile boolean served;

	private volatile boolean draining;

	private volatile long lastRequest;

	@Autowired
	Draining(ApplicationContext context) {
		this(context, QUIET, LONGEST);
	}

	Draining(ApplicationContext context, Duration quiet, Duration longest) {
		this.context = context;
		this.quiet = quiet;
		this.longest = longest;
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

	/** Comes before anything of this service stops. */
	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		// Contexts below this one close too, and tell it.
		if (event.getApplicationContext() == this.context && this.served) {
			drain();
		}
	}

	private void drain() {
		long begin = System.nanoTime();
		this.lastRequest = begin;
		this.draining = true;
		try {
			while (System.nanoTime() - this.lastRequest < this.quiet.toNanos()
					&& System.nanoTime() - begin < this.longest.toNanos()) {
				Thread.sleep(LOOK);
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
