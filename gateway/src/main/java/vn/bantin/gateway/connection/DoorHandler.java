package vn.bantin.gateway.connection;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import vn.bantin.gateway.connection.Refused.Reason;

/**
 * The door of one connection. A body is read whole before anything behind it hears of the
 * request, so a slow client keeps nobody but itself.
 */
final class DoorHandler extends ChannelInboundHandlerAdapter {

	private final HeadRules rules;

	private final Refusals refusals;

	/** The request whose body is being read. */
	private @Nullable HttpRequest request;

	private ByteBuf body = Unpooled.EMPTY_BUFFER;

	private @Nullable Future<?> timeout;

	/** What follows belongs to a request that was refused. */
	private boolean dropping;

	DoorHandler(HeadRules rules, Refusals refusals) {
		this.rules = rules;
		this.refusals = refusals;
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		try {
			if (message instanceof HttpRequest head) {
				begin(ctx, head);
			}
			else if (this.request != null && message instanceof HttpContent content) {
				take(ctx, this.request, content);
			}
			else if (this.dropping) {
				ReferenceCountUtil.release(message);
			}
			else {
				ctx.fireChannelRead(message);
			}
		}
		catch (Refused refused) {
			refuse(ctx, refused);
		}
	}

	private void begin(ChannelHandlerContext ctx, HttpRequest head) {
		this.dropping = true;
		this.request = head;
		this.rules.check(head);
		if (HeadRules.hasBody(head) && isReadHere(head)) {
			startReading(ctx, head);
		}
		else {
			this.request = null;
			this.dropping = false;
			ctx.fireChannelRead(head);
		}
	}

	private static boolean isReadHere(HttpRequest head) {
		BodyLimit limit = limit(head);
		checkLength(limit, HttpUtil.getContentLength(head, 0L));
		if (!limit.isReadAtDoor() && HttpUtil.isTransferEncodingChunked(head)) {
			throw new Refused(Reason.FRAMING, HttpStatus.LENGTH_REQUIRED, "length-required", "The length is missing",
					"A picture is sent with its Content-Length.");
		}
		return limit.isReadAtDoor();
	}

	private void startReading(ChannelHandlerContext ctx, HttpRequest head) {
		if (HttpUtil.is100ContinueExpected(head)) {
			ctx.writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE,
					Unpooled.EMPTY_BUFFER));
		}
		this.body = ctx.alloc().buffer();
		this.timeout = ctx.executor()
			.schedule(() -> refuse(ctx, HeadRules.late()), BodyLimit.WITHIN.toMillis(), TimeUnit.MILLISECONDS);
	}

	private void take(ChannelHandlerContext ctx, HttpRequest head, HttpContent content) {
		try {
			HeadRules.checkDecoded(content.decoderResult().cause());
			checkLength(limit(head), (long) this.body.readableBytes() + content.content().readableBytes());
			this.body.writeBytes(content.content());
		}
		finally {
			content.release();
		}
		if (content instanceof LastHttpContent) {
			passOn(ctx, head);
		}
	}

	private void passOn(ChannelHandlerContext ctx, HttpRequest head) {
		String type = head.headers().get(HttpHeaderNames.CONTENT_TYPE, "");
		if (type.regionMatches(true, 0, HttpHeaderValues.APPLICATION_X_WWW_FORM_URLENCODED.toString(), 0, 33)) {
			TargetRule.checkForm(this.body.toString(StandardCharsets.ISO_8859_1));
		}
		head.headers()
			.remove(HttpHeaderNames.TRANSFER_ENCODING)
			.remove(HttpHeaderNames.EXPECT)
			.set(HttpHeaderNames.CONTENT_LENGTH, this.body.readableBytes());
		ByteBuf whole = this.body;
		this.body = Unpooled.EMPTY_BUFFER;
		stopReading();
		this.dropping = false;
		ctx.fireChannelRead(head);
		ctx.fireChannelRead(new DefaultLastHttpContent(whole));
	}

	private static BodyLimit limit(HttpRequest head) {
		return BodyLimit.of(head.uri().split("\\?", 2)[0]);
	}

	private static void checkLength(BodyLimit limit, long length) {
		if (length > limit.bytes()) {
			throw new Refused(Reason.TOO_LARGE, HttpStatus.CONTENT_TOO_LARGE, "too-large", "The request is too large",
					"The body of this request may have at most %d KiB.".formatted(limit.bytes() / 1024));
		}
	}

	private void refuse(ChannelHandlerContext ctx, Refused refused) {
		boolean ends = refused.reason().endsConnection() || this.request == null || HeadRules.hasBody(this.request);
		stopReading();
		this.refusals.write(ctx, refused, ends);
	}

	private void stopReading() {
		this.request = null;
		this.body.release();
		this.body = Unpooled.EMPTY_BUFFER;
		if (this.timeout != null) {
			this.timeout.cancel(false);
			this.timeout = null;
		}
	}

	@Override
	public void handlerRemoved(ChannelHandlerContext ctx) {
		stopReading();
	}

}
