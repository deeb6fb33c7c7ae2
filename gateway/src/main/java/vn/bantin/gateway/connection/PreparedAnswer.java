package vn.bantin.gateway.connection;

import io.netty.buffer.ByteBuf;
import io.netty.util.AbstractReferenceCounted;
import io.netty.util.ReferenceCounted;

/**
 * A whole answer as it goes over the wire, for a {@link ConnectionStage} to write instead
 * of a response that has yet to be encoded. Where the connection has to end, a
 * {@code Connection: close} is put in. Whoever writes it gives both buffers away.
 */
public final class PreparedAnswer extends AbstractReferenceCounted {

	private final ByteBuf head;

	private final ByteBuf body;

	/**
	 * A final answer (no 1xx) to the request whose turn it is.
	 * @param head status line and headers, with the empty line after them; it says how
	 * long the body is, and nothing of {@code Connection}
	 * @param body the body; empty for HEAD, and where the status has none
	 */
	public PreparedAnswer(ByteBuf head, ByteBuf body) {
		this.head = head;
		this.body = body;
	}

	ByteBuf head() {
		return this.head;
	}

	ByteBuf body() {
		return this.body;
	}

	@Override
	public ReferenceCounted touch(Object hint) {
		this.head.touch(hint);
		this.body.touch(hint);
		return this;
	}

	@Override
	protected void deallocate() {
		this.head.release();
		this.body.release();
	}

}
