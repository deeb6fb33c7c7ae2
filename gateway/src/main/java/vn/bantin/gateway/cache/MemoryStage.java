package vn.bantin.gateway.cache;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import org.springframework.core.annotation.Order;
import vn.bantin.gateway.connection.ConnectionStage;
import vn.bantin.gateway.connection.PreparedAnswer;
import vn.bantin.gateway.connection.RequestHandler;

/** Answers from memory before Spring sees the request; what it cannot answer goes on. */
@Order(ConnectionStage.MEMORY)
final class MemoryStage implements ConnectionStage {

	private final CacheKeys keys;

	private final Hits hits;

	MemoryStage(CacheKeys keys, Hits hits) {
		this.keys = keys;
		this.hits = hits;
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
		Replies.Reply reply = (key != null) ? this.hits.find(key, request.headers()) : null;
		if (reply == null) {
			return false;
		}
		write(context, request, reply);
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
