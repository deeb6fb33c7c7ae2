package vn.bantin.article;

import java.io.IOException;
import java.time.Duration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes leave before the server stops. A stopping Tomcat closes the connections that are
 * kept alive, also under a request that is just coming in; so each answer says first that
 * its connection ends, which sends the gateway to another instance, and nothing stops
 * before a while has passed without a request.
 */
@Component
class Draining extends OncePerRequestFilter implements ApplicationListener<ContextClosedEvent>, Ordered {

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
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		this.served = true;
		if (this.draining) {
			this.lastRequest = System.nanoTime();
			response.setHeader(HttpHeaders.CONNECTION, "close");
		}
		chain.doFilter(request, response);
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
