package vn.bantin.local.harness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Finds free ports, below the ephemeral ports of Linux, macOS and Windows: an outgoing
 * connection cannot take one before it is used, as it can with
 * {@code new ServerSocket(0)}.
 */
public final class FreePorts {

	private static final int LOWEST = 10_000;

	private static final int HIGHEST = 32_000;

	private static final int TRIES = 1000;

	private static final Set<Integer> given = ConcurrentHashMap.newKeySet();

	private FreePorts() {
	}

	/**
	 * Finds a free port of 127.0.0.1 that this JVM has not been given before.
	 * @return the port, 10000 to 32000
	 * @throws IllegalStateException if none is found
	 */
	public static int next() {
		return next(1, 0);
	}

	/**
	 * Finds free ports of 127.0.0.1 that this JVM has not been given before.
	 * @param count number of ports
	 * @param step distance between two ports
	 * @return the first of them, 10000 to 32000
	 * @throws IllegalStateException if none are found
	 */
	public static synchronized int next(int count, int step) {
		for (int i = 0; i < TRIES; i++) {
			int first = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
			int[] ports = IntStream.range(0, count).map((n) -> first + n * step).toArray();
			if (IntStream.of(ports).allMatch(FreePorts::free)) {
				IntStream.of(ports).forEach(given::add);
				return first;
			}
		}
		throw new IllegalStateException("No free port on 127.0.0.1");
	}

	private static boolean free(int port) {
		if (given.contains(port)) {
			return false;
		}
		try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			return socket.isBound();
		}
		catch (IOException ex) {
			return false;
		}
	}

}
