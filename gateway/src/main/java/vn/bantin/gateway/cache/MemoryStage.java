package vn.bantin.gateway.cache;

import java.util.function.LongSupplier;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import org.springframework.core.annotation.Order;
import vn.bantin.gateway.change.Changes;
import vn.bantin.gateway.connection.ConnectionStage;
import vn.bantin.gateway.connection.PreparedAnswer;
import vn.bantin.gateway.connection.RequestHandler;

/** Answers from memory before Spring sees the request; what it cannot answer goes on. */
@Order(ConnectionStage.MEMORY)
final class MemoryStage implements ConnectionStage {

	private final CacheKeys keys;

	private final Memory memory;

	private final Fills fills;

	private final Replies replies;

	private final Changes changes;

	private final LongSupplier nanos;

	private final MemoryMeters meters;

	MemoryStage(CacheKeys keys, Memory memory, Fills fills, Replies replies, Changes changes, LongSupplier nanos,
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
	public String name() {
		return "bantin.memory";
	}

	@Override
	public ChannelHandler handler() {
		return new Handler();
	}

	private boolean answer(ChannelHandlerContext context, HttpRequest request) {
		CacheKey key = this.keys.of(request.method().name(), request.uri(), request.headers());
		CachedAnswer answer = (key != null) ? this.memory.find(key) : null;
		if (key == null || answer == null) {
			return false;
		}
		long now = this.nanos.getAsLong();
		CachedAnswer.State state = answer.state(now, this.changes.isCurrent());
		if (state == CachedAnswer.State.EXPIRED
				|| answer.isOlderThan(request.headers().get(HttpHeaderNames.IF_NONE_MATCH), now)) {
			return false;
		}
		Replies.Reply reply = this.replies.reply(answer, request.headers(), state, now);
		if (reply == null) {
			return false;
		}
		write(context, request, reply);
		this.meters.hit(state);
		if (state == CachedAnswer.State.STALE) {
			this.fills.refresh(key);
		}
		return true;
	}

	private static void write(ChannelHandlerContext context, HttpRequest request, Replies.Reply reply) {
		ByteBuf body = reply.body();
		if (HttpMethod.HEAD.equals(request.method())) {
			body.release();
			body = Unpooled.EMPTY_BUFFER;
		}
		context.writeAndFlush(new PreparedAnswer(Unpooled.wrappedBuffer(reply.head().bytes()), body));
	}

	private final class Handler extends RequestHandler {

		@Override
		protected boolean answers(ChannelHandlerContext context, HttpRequest request) {
			return answer(context, request);
		}

	}

}
