package vn.bantin.gateway.connection;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import org.jspecify.annotations.Nullable;

/**
 * How far the request is whose turn it is, on one connection. Not safe for use by several
 * threads.
 */
final class Turn {

	private @Nullable HttpRequest request;

	private boolean received;

	private boolean answered;

	private boolean last;

	/** A request has been decoded up to its body. */
	void begin(HttpRequest request) {
		this.request = request;
		this.received = false;
		this.answered = false;
	}

	/** All of the request has been decoded. */
	void received() {
		this.received = true;
		endIfOver();
	}

	/** All of the answer has been encoded. */
	void answered() {
		this.answered = true;
		endIfOver();
	}

	private void endIfOver() {
		if (this.received && this.answered) {
			this.request = null;
		}
	}

	/** Nothing is read from this connection after this request. */
	void makeLast() {
		this.last = true;
	}

	boolean isLast() {
		return this.last;
	}

	/** Whether it is nobody's turn. */
	boolean isFree() {
		return this.request == null;
	}

	/** Whether bytes that come now are not the current request's. */
	boolean isWholeReceived() {
		return this.request != null && this.received;
	}

	boolean isHead() {
		return this.request != null && HttpMethod.HEAD.equals(this.request.method());
	}

	/** Whether the client wants to go on after this request. */
	boolean isKeepAlive() {
		return this.request != null && HttpUtil.isKeepAlive(this.request);
	}

}
