package vn.bantin.rating;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what would be answered when nobody waits any longer. Every request has a
 * virtual thread, so that without a limit an instance that has just started takes in more
 * than it can answer in time, answers all of it late, and is asked for all of it again.
 * What is refused here has changed nothing.
 */
@Component
class LoadShedding extends OncePerRequestFilter implements Ordered {

	/**
	 * What a cold instance on a slow machine answers in one and a half of the 3 s that
	 * the gateway waits. A warm one has 40 at 170 votes a second, which wait for the
	 * count most of their time.
	 */
	private static final int MOST = 64;

	/** Long enough for those who come at once, short enough to be answered in time. */
	private static final Duration PATIENCE = Duration.ofMillis(500);

	private static final byte[] REFUSAL = """
			{"type":"/problems/unavailable","title":"Not available for now","status":503,\
			"detail":"More is asked than can be answered in time. Nothing was changed; send it again."}"""
		.getBytes(StandardCharsets.UTF_8);

	private final Semaphore places;

	private final Duration patience;

	private final Counter refused;

	@Autowired
	LoadShedding(MeterRegistry meters) {
		this(MOST, PATIENCE, meters);
	}

	LoadShedding(int most, Duration patience, MeterRegistry meters) {
		this.places = new Semaphore(most, true);
		this.patience = patience;
		this.refused = meters.counter(RatingMeters.REFUSED.meter());
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!hasPlace()) {
			refuse(response);
			return;
		}
		try {
			chain.doFilter(request, response);
		}
		finally {
			this.places.release();
		}
	}

	private boolean hasPlace() {
		try {
			return this.places.tryAcquire(this.patience.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private void refuse(HttpServletResponse response) throws IOException {
		this.refused.increment();
		response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
		response.setHeader(HttpHeaders.RETRY_AFTER, "1");
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.setContentLength(REFUSAL.length);
		response.getOutputStream().write(REFUSAL);
	}

	/** After {@link Draining}, and before anything that costs. */
	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE + 1;
	}

}
