package vn.bantin.gateway.connection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import vn.bantin.service.draining.Draining;

/**
 * Encodes the answer to the request whose turn it is, and ends the turn or the
 * connection.
 */
final class AnswerEncoder extends HttpResponseEncoder {

	/** How long a client may go on sending after the answer that ends a connection. */
	private static final Duration LINGER = Duration.ofSeconds(2);

	private static final int EMPTY_LINE = 2;

	private static final ByteBuf CLOSE = Unpooled
		.unreleasableBuffer(Unpooled.copiedBuffer("Connection: close\r\n\r\n", StandardCharsets.US_ASCII).asReadOnly());

	private final Turn turn;

	private final RequestDecoder requests;

	private final Draining draining;

	private boolean answering;

	AnswerEncoder(Turn turn, RequestDecoder requests, Draining draining) {
		this.turn = turn;
		this.requests = requests;
		this.draining = draining;
	}

	@Override
	public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) throws Exception {
		if (message instanceof PreparedAnswer prepared) {
			ChannelPromise sent = promise.unvoid();
			decideWhetherLast(true);
			write(ctx, prepared, sent);
			finish(ctx, sent);
			return;
		}
		if (message instanceof HttpResponse response
				&& response.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
			begin(response);
		}
		if (message instanceof LastHttpContent && this.answering) {
			ChannelPromise sent = promise.unvoid();
			super.write(ctx, message, sent);
			finish(ctx, sent);
		}
		else {
			super.write(ctx, message, promise);
		}
	}

	private void begin(HttpResponse response) {
		this.answering = true;
		decideWhetherLast(HttpUtil.isKeepAlive(response));
		if (this.turn.isLast()) {
			HttpUtil.setKeepAlive(response, false);
		}
	}

	private void decideWhetherLast(boolean keepAlive) {
		if (this.draining.onRequest() || !keepAlive || !this.turn.isKeepAlive()) {
			this.turn.makeLast();
		}
	}

	private void write(ChannelHandlerContext ctx, PreparedAnswer answer, ChannelPromise promise) {
		ByteBuf head = answer.head().retain();
		ByteBuf body = answer.body().retain();
		answer.release();
		if (this.turn.isLast()) {
			ctx.write(head.slice(head.readerIndex(), head.readableBytes() - EMPTY_LINE));
			ctx.write(CLOSE.duplicate());
		}
		else {
			ctx.write(head);
		}
		ctx.write(body, promise);
	}

	private void finish(ChannelHandlerContext ctx, ChannelPromise sent) {
		this.answering = false;
		this.turn.answered();
		if (this.turn.isLast()) {
			sent.addListener((done) -> end(ctx));
		}
		else if (this.turn.isFree()) {
			this.requests.next();
		}
	}

	/**
	 * Closes the connection so that the answer arrives: closed over bytes that nobody
	 * reads, the kernel would take back what the client has not read yet.
	 */
	private void end(ChannelHandlerContext ctx) {
		boolean receiving = !this.turn.isFree() || this.requests.hasMore();
		if (receiving && ctx.channel() instanceof DuplexChannel channel && channel.isActive()) {
			channel.shutdownOutput();
			channel.config().setAutoRead(true);
			ctx.executor().schedule(() -> channel.close(), LINGER.toMillis(), TimeUnit.MILLISECONDS);
		}
		else {
			ctx.close();
		}
	}

	@Override
	protected boolean isContentAlwaysEmpty(HttpResponse response) {
		return this.turn.isHead() || super.isContentAlwaysEmpty(response);
	}

}
