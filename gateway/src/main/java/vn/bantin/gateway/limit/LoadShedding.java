package vn.bantin.gateway.limit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.StreamSupport;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import vn.bantin.gateway.connection.ConnectionStage;
import vn.bantin.gateway.connection.RequestHandler;

/**
 * Refuses requests that may have waited too long before they were read, and in overload a
 * share of all, the least important first. An event loop reads everything that came while
 * it was at work, however long that was: callers have given up by then, and the vote of a
 * reader who tried again would be carried out after the second one. A refused request has
 * changed nothing. What is answered from memory does not come here: it costs no more than
 * to refuse it.
 */
final class LoadShedding implements ConnectionStage, DisposableBean {

	private final ThreadLocal<@Nullable Lateness> lateness = new ThreadLocal<>();

	private final LongSupplier nanos;

	private final Map<String, String> security;

	private final Map<RouteClass, Counter> refused = new EnumMap<>(RouteClass.class);

	private final List<? extends Future<?>> ticks;

	/**
	 * Watches event loops.
	 * @param security headers of every answer
	 */
	LoadShedding(Iterable<EventExecutor> loops, LongSupplier nanos, Map<String, String> security,
			MeterRegistry meters) {
		this.security = security;
		this.nanos = nanos;
		for (RouteClass kind : RouteClass.values()) {
			this.refused.put(kind, meters.counter("bantin.gateway.late", "class", Limit.label(kind)));
		}
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

	/**
	 * Whether a request that this thread has just read is worth starting. Health and
	 * meters are: a gateway that fails its health check is taken out of service, and its
	 * load falls on the others.
	 */
	private boolean admits(RouteClass kind) {
		Lateness lateness = this.lateness.get();
		return lateness == null || kind == RouteClass.OPERATIONS || lateness.admits(this.nanos.getAsLong(), kind);
	}

	@Override
	public String name() {
		return "bantin.load-shedding";
	}

	@Override
	public ChannelHandler handler() {
		return new RequestHandler() {
			@Override
			protected boolean answers(ChannelHandlerContext context, HttpRequest request) {
				return refuses(context, request);
			}
		};
	}

	private boolean refuses(ChannelHandlerContext context, HttpRequest request) {
		RouteClass kind = RouteClass.of(request.method(), request.uri());
		if (admits(kind)) {
			return false;
		}
		Objects.requireNonNull(this.refused.get(kind)).increment();
		context.writeAndFlush(Refusal.LATE.answer(request, this.security));
		return true;
	}

	@Override
	public void destroy() {
		this.ticks.forEach((tick) -> tick.cancel(false));
	}

}
