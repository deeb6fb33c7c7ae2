package vn.bantin.local.launcher;

/**
 * The connections between parts. A drill puts a proxy in between by answering with the
 * proxy's port.
 */
@FunctionalInterface
public interface Wires {

	/** Without proxies. */
	Wires DIRECT = (from, to, port) -> port;

	/**
	 * The port that one part is configured with to reach another.
	 * @param from the client, such as {@code rating-service-2}
	 * @param to the server, such as {@code mongodb}
	 * @param port the port that the server listens on
	 * @return the port of 127.0.0.1 that the client connects to
	 */
	int port(String from, String to, int port);

}
