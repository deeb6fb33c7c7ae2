package vn.bantin.local.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Ports that nobody listens on. */
public final class FreePorts {

	private static final Set<Integer> given = ConcurrentHashMap.newKeySet();

	private FreePorts() {
	}

	/**
	 * A free port of 127.0.0.1 that this JVM has not been given before.
	 * @return the port, 1024 to 65535
	 * @throws UncheckedIOException if the machine has no port left
	 */
	public static int next() {
		while (true) {
			try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
				if (given.add(socket.getLocalPort())) {
					return socket.getLocalPort();
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException("No free port on 127.0.0.1", ex);
			}
		}
	}

}
