package vn.bantin.gateway.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * A stage's handler that looks at the heads of requests only: it answers one, whose body
 * is then dropped, or lets the whole request pass. One for each connection.
 */
public abstract class RequestHandler extends ChannelInboundHandlerAdapter {

	private boolean dropping;

	/**
	 * Takes the head of a request.
	 * @param context to write the answer to, with a flush
	 * @param request the head; its decoder result is a success behind the door
	 * @return whether the request was or will be answered here
	 */
	protected abstract boolean answers(ChannelHandlerContext context, HttpRequest request);

	@Override
	public final void channelRead(ChannelHandlerContext context, Object message) {
		if (message instanceof HttpRequest request) {
			this.dropping = answers(context, request);
		}
		if (this.dropping && message instanceof HttpObject) {
			this.dropping = !(message instanceof LastHttpContent);
			ReferenceCountUtil.release(message);
		}
		else {
			context.fireChannelRead(message);
		}
	}

}
