package vn.bantin.gateway.cache;

import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import vn.bantin.gateway.change.Changes;

/**
 * Answers what {@link MemoryStage} could not: has the answer made and kept, and gives it
 * to all who wait for it. When none can be made, readers get the last good one.
 */
final class MemoryFilter implements WebFilter, Ordered {

	private final CacheKeys keys;

	private final Memory memory;

	private final Fills fills;

	private final Replies replies;

	private final Changes changes;

	private final LongSupplier nanos;

	private final MemoryMeters meters;

	MemoryFilter(CacheKeys keys, Memory memory, Fills fills, Replies replies, Changes changes, LongSupplier nanos,
			MemoryMeters meters) {
		this.keys = keys;
		this.memory = memory;
		this.fills = fills;
		this.replies = replies;
		this.changes = changes;
		this.nanos = nanos;
		this.meters = meters;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		Object request = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
		if (request instanceof FillRequest fill) {
			return chain.filter(exchange).contextWrite(fill.dependencies()::in);
		}
		CacheKey key = (request instanceof HttpServerRequest http)
				? this.keys.of(http.method().name(), http.uri(), http.requestHeaders()) : null;
		if (key == null) {
			exchange.getResponse().getHeaders().set(CacheStatus.HEADER, CacheStatus.bypassed());
			return chain.filter(exchange);
		}
		return answer(exchange, key, ((HttpServerRequest) request).requestHeaders());
	}

	private Mono<Void> answer(ServerWebExchange exchange, CacheKey key,
			io.netty.handler.codec.http.HttpHeaders request) {
		long now = this.nanos.getAsLong();
		CachedAnswer before = this.memory.find(key);
		if (before != null && before.state(now, this.changes.isCurrent()) != CachedAnswer.State.EXPIRED
				&& !before.isOlderThan(request.get("if-none-match"), now)) {
			Replies.Reply reply = this.replies.reply(before, request, CachedAnswer.State.FRESH, now);
			if (reply != null) {
				this.meters.hit(CachedAnswer.State.FRESH);
				return write(exchange.getResponse(), reply, null);
			}
		}
		boolean collapsed = this.fills.isUnderWay(key);
		return this.fills.fill(key).flatMap((filled) -> {
			CachedAnswer last = this.memory.find(key);
			if (filled.captured().isFailure() && last != null) {
				return lastGood(exchange, last, request);
			}
			this.meters.count(collapsed ? MemoryMeters.Outcome.COLLAPSED : MemoryMeters.Outcome.MISS);
			return made(exchange, filled, request, CacheStatus.made(before != null, filled.kept() != null, collapsed));
		}).onErrorResume((failure) -> {
			CachedAnswer last = this.memory.find(key);
			return (last != null && !exchange.getResponse().isCommitted()) ? lastGood(exchange, last, request)
					: Mono.error(failure);
		});
	}

	private Mono<Void> lastGood(ServerWebExchange exchange, CachedAnswer answer,
			io.netty.handler.codec.http.HttpHeaders request) {
		Replies.Reply reply = this.replies.reply(answer, request, CachedAnswer.State.ON_ERROR, this.nanos.getAsLong());
		if (reply == null) {
			return Mono.error(new IllegalStateException("The last good answer was evicted just now"));
		}
		this.meters.hit(CachedAnswer.State.ON_ERROR);
		return write(exchange.getResponse(), reply, null);
	}

	private Mono<Void> made(ServerWebExchange exchange, Filled filled, io.netty.handler.codec.http.HttpHeaders request,
			String status) {
		CachedAnswer kept = filled.kept();
		Replies.Reply reply = (kept != null)
				? this.replies.reply(kept, request, CachedAnswer.State.FRESH, this.nanos.getAsLong()) : null;
		return (reply != null) ? write(exchange.getResponse(), reply, status)
				: write(exchange.getResponse(), filled.captured(), status);
	}

	private static Mono<Void> write(ServerHttpResponse response, Replies.Reply reply, @Nullable String status) {
		response.setStatusCode(HttpStatusCode.valueOf(reply.head().status().code()));
		HttpHeaders headers = response.getHeaders();
		for (Map.Entry<String, String> header : reply.head().headers()) {
			headers.set(header.getKey(), header.getValue());
		}
		if (status != null) {
			headers.set(CacheStatus.HEADER, status);
			headers.remove(HttpHeaders.AGE);
		}
		if (!reply.body().isReadable()) {
			reply.body().release();
			return response.setComplete();
		}
		DataBuffer body = ((NettyDataBufferFactory) response.bufferFactory()).wrap(reply.body());
		return response.writeWith(Mono.just(body));
	}

	private static Mono<Void> write(ServerHttpResponse response, Captured captured, String status) {
		response.setStatusCode(captured.status());
		HttpHeaders headers = response.getHeaders();
		for (Map.Entry<String, List<String>> header : captured.headers().headerSet()) {
			if (Keeping.isPassedOn(header)) {
				headers.put(header.getKey(), header.getValue());
			}
		}
		headers.set(CacheStatus.HEADER, status);
		byte[] body = captured.body();
		return (body.length == 0) ? response.setComplete()
				: response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
	}

	/** After all that may refuse a request, and before anything that knows its caller. */
	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE + 10;
	}

}
