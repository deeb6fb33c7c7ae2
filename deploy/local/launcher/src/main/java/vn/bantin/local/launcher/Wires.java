package vn.bantin.local.launcher;

/**
 * Says where a part finds another. A drill puts something of its own in between by naming
 * another port.
 */
@FunctionalInterface
public interface Wires {

	/** Nothing in between. */
	Wires DIRECT = (from, to, port) -> port;

	/**
	 * The port that a part is told.
	 * @param from the part that will connect, such as {@code rating-service-2}
	 * @param to the part it looks for, such as {@code mongodb}
	 * @param port where that one listens
	 * @return the port of 127.0.0.1 that {@code from} shall connect to
	 */
	int port(String from, String to, int port);

}
