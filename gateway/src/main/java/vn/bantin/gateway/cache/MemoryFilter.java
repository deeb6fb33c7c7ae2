package vn.bantin.gateway.cache;

import java.util.List;
import java.util.Map;

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

/**
 * Answers what {@link MemoryStage} could not: has the answer made and kept, and gives it
 * to all who wait for it. When none can be made, readers get the last good one.
 */
final class MemoryFilter implements WebFilter, Ordered {

	private final CacheKeys keys;

	private final Memory memory;

	private final Hits hits;

	private final Fills fills;

	private final MemoryMeters meters;

	MemoryFilter(CacheKeys keys, Memory memory, Hits hits, Fills fills, MemoryMeters meters) {
		this.keys = keys;
		this.memory = memory;
		this.hits = hits;
		this.fills = fills;
		this.meters = meters;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		Object request = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
		if (request instanceof FillRequest) {
			return chain.filter(exchange);
		}
		if (request instanceof HttpServerRequest http) {
			CacheKey key = this.keys.of(http.method().name(), http.uri(), http.requestHeaders());
			if (key != null) {
				return answer(exchange.getResponse(), key, http);
			}
		}
		exchange.getResponse().getHeaders().set(CacheStatus.HEADER, CacheStatus.bypassed());
		return chain.filter(exchange);
	}

	private Mono<Void> answer(ServerHttpResponse response, CacheKey key, HttpServerRequest request) {
		Replies.Reply hit = this.hits.find(key, request.requestHeaders());
		if (hit != null) {
			return write(response, hit, null);
		}
		boolean replaced = this.memory.find(key) != null;
		boolean collapsed = this.fills.isUnderWay(key);
		return this.fills.fill(key).flatMap((filled) -> {
			Replies.Reply lastGood = filled.captured().isFailure() ? this.hits.lastGood(key, request.requestHeaders())
					: null;
			if (lastGood != null) {
				return write(response, lastGood, null);
			}
			this.meters.count(collapsed ? MemoryMeters.Outcome.COLLAPSED : MemoryMeters.Outcome.MISS);
			return write(response, filled, request, CacheStatus.made(replaced, filled.kept() != null, collapsed));
		}).onErrorResume((failure) -> {
			Replies.Reply lastGood = response.isCommitted() ? null : this.hits.lastGood(key, request.requestHeaders());
			return (lastGood != null) ? write(response, lastGood, null) : Mono.error(failure);
		});
	}

	private Mono<Void> write(ServerHttpResponse response, Filled filled, HttpServerRequest request, String status) {
		CachedAnswer kept = filled.kept();
		Replies.Reply reply = (kept != null) ? this.hits.made(kept, request.requestHeaders()) : null;
		return (reply != null) ? write(response, reply, status) : write(response, filled.captured(), status);
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
