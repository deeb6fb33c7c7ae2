package vn.bantin.rating.shedding;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.netflix.concurrency.limits.Limit;
import com.netflix.concurrency.limits.limit.AIMDLimit;
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
import vn.bantin.rating.observation.RatingMeters;

/**
 * Refuses requests that would be answered too late. Each request has a virtual thread, so
 * without a limit an instance that has just started accepts more than it can answer
 * before the gateway's timeout, and gets all of it again as retries. The limit follows
 * how many are answered in time. A refused request has changed nothing.
 */
@Component
class LoadShedding extends OncePerRequestFilter implements Ordered {

	/** What an instance that has just started can answer in time. */
	private static final int FIRST = 8;

	private static final int FEWEST = 4;

	private static final int MOST = 256;

	/** Half of the gateway's timeout; a vote waits for the tally up to 0.7 s of it. */
	private static final Duration IN_TIME = Duration.ofMillis(1500);

	/** Long enough for a burst, short enough to be answered in time. */
	private static final Duration PATIENCE = Duration.ofMillis(500);

	private static final byte[] REFUSAL = """
			{"type":"/problems/unavailable","title":"Not available for now","status":503,\
			"detail":"More is asked than can be answered in time. Nothing was changed; send it again."}"""
		.getBytes(StandardCharsets.UTF_8);

	private final Limit limit;

	private final Permits permits;

	private final AtomicInteger inFlight = new AtomicInteger();

	private final Duration patience;

	private final Counter refused;

	@Autowired
	LoadShedding(MeterRegistry meters) {
		this(inTime(), PATIENCE, meters);
	}

	LoadShedding(Limit limit, Duration patience, MeterRegistry meters) {
		this.limit = limit;
		this.permits = new Permits(limit.getLimit());
		this.patience = patience;
		this.refused = meters.counter(RatingMeters.REFUSED.meter());
		limit.notifyOnChange(this.permits::resize);
		meters.gauge(RatingMeters.LIMIT.meter(), limit, Limit::getLimit);
	}

	/**
	 * One more for each request answered in time while at least half are in use, a tenth
	 * fewer for each that is not.
	 */
	static Limit inTime() {
		return AIMDLimit.newBuilder()
			.initialLimit(FIRST)
			.minLimit(FEWEST)
			.maxLimit(MOST)
			.backoffRatio(0.9)
			.timeout(IN_TIME.toMillis(), TimeUnit.MILLISECONDS)
			.build();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!acquirePermit()) {
			refuse(response);
			return;
		}
		int inFlight = this.inFlight.incrementAndGet();
		long begin = System.nanoTime();
		try {
			chain.doFilter(request, response);
		}
		finally {
			this.inFlight.decrementAndGet();
			this.limit.onSample(begin, System.nanoTime() - begin, inFlight, false);
			this.permits.release();
		}
	}

	private boolean acquirePermit() {
		try {
			return this.permits.tryAcquire(this.patience.toNanos(), TimeUnit.NANOSECONDS);
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

	/** After draining, and before anything costly. */
	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE + 1;
	}

	/**
	 * First come, first served, and resizable; the library's limiters wake all waiters
	 * for each permit, in no order.
	 */
	private static final class Permits extends Semaphore {

		private static final long serialVersionUID = 1L;

		private int size;

		private Permits(int size) {
			super(size, true);
			this.size = size;
		}

		private synchronized void resize(int size) {
			if (size > this.size) {
				release(size - this.size);
			}
			else {
				reducePermits(this.size - size);
			}
			this.size = size;
		}

	}

}
