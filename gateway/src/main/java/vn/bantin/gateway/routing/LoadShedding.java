package vn.bantin.gateway.routing;

import vn.bantin.service.problem.reactive.ProblemWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.StreamSupport;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;

/**
 * Refuses requests that may have waited too long before they were read, and in overload a
 * share of all. An event loop reads everything that came while it was at work, however
 * long that was: callers have given up by then, and the vote of a reader who tried again
 * would be carried out after the second one. A refused request has changed nothing.
 */
@Component
class LoadShedding implements WebFilter, Ordered, DisposableBean {

	private static final String RETRY_AFTER_SECONDS = "3";

	private static final byte[] PROBLEM = """
			{"type":"/problems/unavailable","title":"Not available for now","status":503,\
			"detail":"More is asked than can be answered in time. Nothing was changed; send it again."}"""
		.getBytes(StandardCharsets.UTF_8);

	private static final byte[] PAGE = """
			<!DOCTYPE html><html lang="vi"><meta charset="utf-8"><meta name="robots" content="noindex">
			<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
			<title>Xin thử lại</title>
			<h1>Xin thử lại sau vài giây</h1><p>Quá nhiều người đang đọc báo cùng lúc.</p>
			<p lang="en">Too many people are reading at once. Please try again in a few seconds.</p></html>
			""".getBytes(StandardCharsets.UTF_8);

	private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

	private final ThreadLocal<@Nullable Lateness> lateness = new ThreadLocal<>();

	private final LongSupplier nanos;

	private final Counter refused;

	private final List<? extends Future<?>> ticks;

	@Autowired
	LoadShedding(ReactorResourceFactory netty, MeterRegistry meters) {
		this(netty.getLoopResources().onServer(LoopResources.DEFAULT_NATIVE), System::nanoTime, meters);
	}

	LoadShedding(Iterable<EventExecutor> loops, LongSupplier nanos, MeterRegistry meters) {
		this.nanos = nanos;
		this.refused = meters.counter("bantin.gateway.late");
		this.ticks = StreamSupport.stream(loops.spliterator(), false)
			.map((loop) -> loop.scheduleWithFixedDelay(this::tick, 0, Lateness.TICK.toMillis(), TimeUnit.MILLISECONDS))
			.toList();
	}

	/** Between two ticks a loop reads at least once whatever has arrived. */
	void tick() {
		Lateness lateness = this.lateness.get();
		long now = this.nanos.getAsLong();
		if (lateness != null) {
			lateness.tick(now);
		}
		else {
			this.lateness.set(new Lateness(now));
		}
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		Lateness lateness = this.lateness.get();
		if (lateness == null || isForOperators(exchange) || lateness.admits(this.nanos.getAsLong())) {
			return chain.filter(exchange);
		}
		this.refused.increment();
		return refuse(exchange);
	}

	/**
	 * Health and meters are served by the same loops. A gateway that fails its health
	 * check is taken out of service, and its load falls on the others.
	 */
	private static boolean isForOperators(ServerWebExchange exchange) {
		return exchange.getRequest().getPath().value().startsWith("/actuator/");
	}

	private static Mono<Void> refuse(ServerWebExchange exchange) {
		boolean page = ProblemWriter.isPagePreferred(exchange);
		byte[] body = page ? PAGE : PROBLEM;
		ServerHttpResponse response = exchange.getResponse();
		response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
		response.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
		response.getHeaders().setContentType(page ? HTML : MediaType.APPLICATION_PROBLEM_JSON);
		response.getHeaders().setContentLength(body.length);
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
	}

	@Override
	public void destroy() {
		this.ticks.forEach((tick) -> tick.cancel(false));
	}

	/** After draining, and before anything expensive. */
	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE + 1;
	}

}
