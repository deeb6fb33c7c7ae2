package vn.bantin.gateway.connection;

import io.netty.channel.CombinedChannelDuplexHandler;
import vn.bantin.service.draining.Draining;

/**
 * HTTP/1.1 on one connection, one request at a time, in place of Netty's
 * {@code HttpServerCodec}. The next request is not even decoded before the last one has
 * been received and answered whole, so there is no queue that could overflow or be
 * bypassed: what a client sends ahead waits as bytes, and soon in the client's own
 * socket.
 * <p>
 * What cannot be decoded, or does not come in time, arrives behind it as a request or
 * content whose decoder result is a failure. The connection ends after an answer where
 * the client, the answer or such a failure says so, or the gateway drains.
 */
final class RequestTurns extends CombinedChannelDuplexHandler<RequestDecoder, AnswerEncoder> {

	RequestTurns(Draining draining) {
		Turn turn = new Turn();
		RequestDecoder decoder = new RequestDecoder(turn);
		init(decoder, new AnswerEncoder(turn, decoder, draining));
	}

}
