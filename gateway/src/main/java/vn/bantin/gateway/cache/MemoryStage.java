package vn.bantin.gateway.cache;

import java.util.function.LongSupplier;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import vn.bantin.gateway.change.Changes;
import vn.bantin.gateway.connection.ConnectionStage;
import vn.bantin.service.draining.Draining;

/** Answers from memory before Spring sees the request; what it cannot answer goes on. */
final class MemoryStage implements ConnectionStage, Ordered {

	private final CacheKeys keys;

	private final Memory memory;

	private final Fills fills;

	private final Replies replies;

	private final Changes changes;

	private final Draining draining;

	private final LongSupplier nanos;

	private final MemoryMeters meters;

	MemoryStage(CacheKeys keys, Memory memory, Fills fills, Replies replies, Changes changes, Draining draining,
			LongSupplier nanos, MemoryMeters meters) {
		this.keys = keys;
		this.memory = memory;
		this.fills = fills;
		this.replies = replies;
		this.changes = changes;
		this.draining = draining;
		this.nanos = nanos;
		this.meters = meters;
	}

	@Override
	public String name() {
		return "bantin.memory";
	}

	@Override
	public int getOrder() {
		return MEMORY;
	}

	@Override
	public ChannelHandler handler() {
		return new Handler();
	}

	/** The answer to a request; null for Spring to answer it. */
	private @Nullable FullHttpResponse answer(HttpRequest request) {
		if (!request.protocolVersion().equals(HttpVersion.HTTP_1_1)) {
			return null;
		}
		CacheKey key = this.keys.of(request.method().name(), request.uri(), request.headers());
		if (key == null) {
			return null;
		}
		CachedAnswer answer = this.memory.find(key);
		if (answer == null) {
			return null;
		}
		long now = this.nanos.getAsLong();
		CachedAnswer.State state = answer.state(now, this.changes.isCurrent());
		if (state == CachedAnswer.State.EXPIRED
				|| answer.isOlderThan(request.headers().get(HttpHeaderNames.IF_NONE_MATCH), now)) {
			return null;
		}
		FullHttpResponse response = this.replies.reply(answer, request.headers(), state, now);
		if (response != null) {
			this.meters.hit(state);
			if (state == CachedAnswer.State.STALE) {
				this.fills.refresh(key);
			}
		}
		return response;
	}

	private final class Handler extends ChannelInboundHandlerAdapter {

		/** The rest of a request that has its answer. */
		private boolean answered;

		@Override
		public void channelRead(ChannelHandlerContext context, Object message) {
			if (this.answered) {
				this.answered = !(message instanceof LastHttpContent);
				ReferenceCountUtil.release(message);
				return;
			}
			FullHttpResponse response = (message instanceof HttpRequest request && request.decoderResult().isSuccess())
					? answer(request) : null;
			if (response == null) {
				context.fireChannelRead(message);
				return;
			}
			this.answered = !(message instanceof LastHttpContent);
			write(context, (HttpRequest) message, response);
			ReferenceCountUtil.release(message);
		}

		private void write(ChannelHandlerContext context, HttpRequest request, FullHttpResponse response) {
			if (MemoryStage.this.draining.onRequest() || !HttpUtil.isKeepAlive(request)) {
				HttpHeaders headers = new DefaultHttpHeaders(false).add(response.headers())
					.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
				context
					.writeAndFlush(new DefaultFullHttpResponse(response.protocolVersion(), response.status(),
							response.content(), headers, response.trailingHeaders()))
					.addListener(ChannelFutureListener.CLOSE);
			}
			else {
				context.writeAndFlush(response, context.voidPromise());
			}
		}

	}

}
