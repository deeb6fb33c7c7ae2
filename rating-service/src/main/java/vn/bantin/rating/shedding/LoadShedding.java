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
 * Refuses what would be answered when nobody waits any longer. Every request has a
 * virtual thread, so that without a limit an instance that has just started takes in more
 * than it can answer in time, answers all of it late, and is asked for all of it again.
 * The limit follows what is answered in time. What is refused here has changed nothing.
 */
@Component
class LoadShedding extends OncePerRequestFilter implements Ordered {

	/** An instance that has just started answers no more in time. */
	private static final int FIRST = 8;

	private static final int FEWEST = 4;

	private static final int MOST = 256;

	/** Half of what the gateway waits; up to 0.7 s of it wait for the count. */
	private static final Duration IN_TIME = Duration.ofMillis(1500);

	/** Long enough for those who come at once, short enough to be answered in time. */
	private static final Duration PATIENCE = Duration.ofMillis(500);

	private static final byte[] REFUSAL = """
			{"type":"/problems/unavailable","title":"Not available for now","status":503,\
			"detail":"More is asked than can be answered in time. Nothing was changed; send it again."}"""
		.getBytes(StandardCharsets.UTF_8);

	private final Limit limit;

	private final Places places;

	private final AtomicInteger underWay = new AtomicInteger();

	private final Duration patience;

	private final Counter refused;

	@Autowired
	LoadShedding(MeterRegistry meters) {
		this(inTime(), PATIENCE, meters);
	}

	LoadShedding(Limit limit, Duration patience, MeterRegistry meters) {
		this.limit = limit;
		this.places = new Places(limit.getLimit());
		this.patience = patience;
		this.refused = meters.counter(RatingMeters.REFUSED.meter());
		limit.notifyOnChange(this.places::resize);
		meters.gauge(RatingMeters.LIMIT.meter(), limit, Limit::getLimit);
	}

	/**
	 * One more for each that is answered in time while they are needed, a tenth fewer for
	 * each that is not.
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
		if (!hasPlace()) {
			refuse(response);
			return;
		}
		int underWay = this.underWay.incrementAndGet();
		long begin = System.nanoTime();
		try {
			chain.doFilter(request, response);
		}
		finally {
			this.underWay.decrementAndGet();
			this.limit.onSample(begin, System.nanoTime() - begin, underWay, false);
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

	/** After draining, and before anything that costs. */
	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE + 1;
	}

	/** As many as the limit says, also while some are taken. */
	private static final class Places extends Semaphore {

		private static final long serialVersionUID = 1L;

		private int size;

		private Places(int size) {
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
