package vn.bantin.gateway.connection;

import io.netty.channel.ChannelHandler;

/**
 * A step that every request takes between the HTTP codec and Spring. The beans are put
 * into each connection in their order. A stage sees one request after the other: the next
 * one comes when the last one has been received and answered whole, also where the client
 * did not wait. It answers a request with a complete response or a {@link PreparedAnswer}
 * and swallows it to its last content, or hands it on untouched ({@link RequestHandler}
 * does that). Whether the connection goes on after the answer is not its concern.
 * <p>
 * The beans say their order by {@link org.springframework.core.annotation.Order}.
 */
public interface ConnectionStage {

	/** The order of the checks that every request has to pass. */
	int DOOR = 100;

	/** The order of the limits on how much a client may ask. */
	int LIMITS = 200;

	/** The order of the answers from memory. */
	int MEMORY = 300;

	/** The order of what costs more than an answer from memory. */
	int LOAD = 400;

	/**
	 * The name of the handler in a connection's pipeline.
	 * @return such as {@code bantin.memory}
	 */
	String name();

	/**
	 * A handler for a new connection.
	 * @return a handler of its own, or one that can be shared
	 */
	ChannelHandler handler();

}
