package vn.bantin.gateway.connection;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Decodes one request after the other, each in its turn. */
final class RequestDecoder extends HttpRequestDecoder {

	/** How long a client may take for a request line and headers. */
	static final Duration HEAD_WITHIN = Duration.ofSeconds(10);

	static final int LONGEST_LINE = 8 * 1024;

	static final int LONGEST_HEADERS = 16 * 1024;

	private static final int LARGEST_CHUNK = 64 * 1024;

	private final HeadGrammar grammar = new HeadGrammar();

	private final Turn turn;

	private @Nullable ChannelHandlerContext context;

	private @Nullable Future<?> headTimeout;

	/** To notice what is answered while it is still being passed on. */
	private boolean reading;

	private boolean wrong;

	RequestDecoder(Turn turn) {
		super(new HttpDecoderConfig().setMaxInitialLineLength(LONGEST_LINE)
			.setMaxHeaderSize(LONGEST_HEADERS)
			.setMaxChunkSize(LARGEST_CHUNK)
			.setStrictLineParsing(true)
			.setUseRfc9112TransferEncoding(true));
		this.turn = turn;
	}

	@Override
	public void handlerAdded(ChannelHandlerContext ctx) {
		this.context = ctx;
	}

	/** Reactor Netty reads only when it expects a request, and may never see one. */
	@Override
	public void channelActive(ChannelHandlerContext ctx) throws Exception {
		ctx.channel().config().setAutoRead(true);
		super.channelActive(ctx);
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object bytes) throws Exception {
		this.reading = true;
		try {
			super.channelRead(ctx, bytes);
		}
		finally {
			this.reading = false;
		}
		ctx.channel().config().setAutoRead(!(this.turn.isWholeReceived() && hasMore()));
		if (this.turn.isFree() && (this.grammar.isStarted() || hasMore())) {
			awaitHead(ctx);
		}
	}

	/** Whether there are bytes that have not been decoded. */
	boolean hasMore() {
		return actualReadableBytes() > 0;
	}

	@Override
	protected void decode(ChannelHandlerContext ctx, ByteBuf bytes, List<Object> out) throws Exception {
		if (this.turn.isLast()) {
			bytes.skipBytes(bytes.readableBytes());
		}
		else if (!this.turn.isWholeReceived()) {
			decodeCurrent(ctx, bytes, out);
		}
	}

	private void decodeCurrent(ChannelHandlerContext ctx, ByteBuf bytes, List<Object> out) throws Exception {
		int start = bytes.readerIndex();
		int before = out.size();
		super.decode(ctx, bytes, out);
		if (this.turn.isFree() && !this.wrong) {
			this.wrong = bytes.forEachByte(start, bytes.readerIndex() - start, this.grammar) >= 0;
		}
		for (int i = before; i < out.size(); i++) {
			note(out.get(i));
		}
	}

	private void note(Object message) {
		if (message instanceof HttpRequest request) {
			stopHeadTimeout();
			this.grammar.reset();
			if (this.wrong && request.decoderResult().isSuccess()) {
				request.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("Not a head of HTTP/1.1")));
			}
			begin(request);
		}
		else if (message instanceof LastHttpContent content) {
			if (content.decoderResult().isSuccess()) {
				this.turn.received();
			}
			else {
				this.turn.makeLast();
			}
		}
	}

	private void begin(HttpRequest request) {
		this.turn.begin(request);
		if (request.decoderResult().isFailure()) {
			this.turn.makeLast();
		}
	}

	private void awaitHead(ChannelHandlerContext ctx) {
		if (this.headTimeout == null && !this.turn.isLast()) {
			this.headTimeout = ctx.executor()
				.schedule(() -> stopWaiting(ctx), HEAD_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	private void stopHeadTimeout() {
		if (this.headTimeout != null) {
			this.headTimeout.cancel(false);
			this.headTimeout = null;
		}
	}

	private void stopWaiting(ChannelHandlerContext ctx) {
		this.headTimeout = null;
		HttpRequest late = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");
		late.setDecoderResult(DecoderResult.failure(new RequestTimeout()));
		begin(late);
		ctx.fireChannelRead(late);
		ctx.fireChannelReadComplete();
	}

	/** Begins with what came ahead, if anything, once the caller has finished. */
	void next() {
		ChannelHandlerContext ctx = Objects.requireNonNull(this.context);
		if (this.reading) {
			return;
		}
		if (hasMore()) {
			ctx.executor().execute(() -> readOn(ctx));
		}
		else {
			ctx.channel().config().setAutoRead(true);
		}
	}

	private void readOn(ChannelHandlerContext ctx) {
		try {
			channelRead(ctx, Unpooled.EMPTY_BUFFER);
			channelReadComplete(ctx);
		}
		catch (Exception ex) {
			ctx.fireExceptionCaught(ex);
		}
	}

	/** Nobody waits for the answer to a request that ends in the middle. */
	@Override
	protected void decodeLast(ChannelHandlerContext ctx, ByteBuf bytes, List<Object> out) {
		stopHeadTimeout();
		bytes.skipBytes(bytes.readableBytes());
	}

}
