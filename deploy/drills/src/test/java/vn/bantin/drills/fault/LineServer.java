package vn.bantin.drills.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Answers each line with {@code re:} and the same line, and remembers what it received.
 */
final class LineServer implements AutoCloseable {

	private final ServerSocket server;

	private final List<String> received = new CopyOnWriteArrayList<>();

	private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

	LineServer() throws IOException {
		this(0);
	}

	LineServer(int port) throws IOException {
		this.server = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
		Thread.ofVirtual().start(this::accept);
	}

	int port() {
		return this.server.getLocalPort();
	}

	List<String> received() {
		return List.copyOf(this.received);
	}

	/** How many connections are still open. */
	int open() {
		return this.connections.size();
	}

	void closeConnections() throws IOException {
		for (Socket connection : this.connections) {
			connection.close();
		}
	}

	private void accept() {
		while (!this.server.isClosed()) {
			try {
				Socket connection = this.server.accept();
				this.connections.add(connection);
				Thread.ofVirtual().start(() -> answer(connection));
			}
			catch (IOException ex) {
				// Closed: the loop ends.
			}
		}
	}

	private void answer(Socket connection) {
		try (connection) {
			BufferedReader in = new BufferedReader(
					new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
			String line = in.readLine();
			while (line != null) {
				this.received.add(line);
				connection.getOutputStream().write(("re:" + line + "\n").getBytes(StandardCharsets.UTF_8));
				line = in.readLine();
			}
		}
		catch (IOException ex) {
			// The other side is gone.
		}
		this.connections.remove(connection);
	}

	@Override
	public void close() {
		try {
			this.server.close();
			closeConnections();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
