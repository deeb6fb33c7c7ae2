package vn.bantin.drills.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

import vn.bantin.drills.newspaper.Pause;
import vn.bantin.local.harness.FreePorts;

/**
 * Accepts connections while its target does. While the target refuses them it refuses
 * them too, so that a client knows that nothing was sent.
 */
final class MirrorListener {

	private static final Duration INTERVAL = Duration.ofMillis(50);

	private static final int BACKLOG = 200;

	private final int port = FreePorts.next();

	private final Supplier<InetSocketAddress> target;

	private final Consumer<Socket> accepted;

	private volatile ServerSocket server;

	private volatile boolean closed;

	MirrorListener(Supplier<InetSocketAddress> target, Consumer<Socket> accepted) {
		this.target = target;
		this.accepted = accepted;
		try {
			this.server = listen();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	int port() {
		return this.port;
	}

	boolean isClosed() {
		return this.closed;
	}

	private ServerSocket listen() throws IOException {
		ServerSocket server = new ServerSocket();
		server.setReuseAddress(true);
		server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port), BACKLOG);
		return server;
	}

	/** Runs until it is closed. */
	void serve() {
		try {
			while (!this.closed) {
				accept(this.server);
				while (!this.closed && isRefused()) {
					Pause.of(INTERVAL);
				}
				if (!this.closed) {
					this.server = listen();
				}
			}
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void accept(ServerSocket server) {
		while (!server.isClosed()) {
			try {
				this.accepted.accept(server.accept());
			}
			catch (IOException ex) {
				// The server is closed, which ends the loop, or one connection failed.
			}
		}
	}

	/**
	 * To be called when the target closed a connection, which a server that ends does
	 * first.
	 */
	void refuseWithTarget() {
		if (!this.closed && isRefused()) {
			stopListening();
		}
	}

	private boolean isRefused() {
		try (Socket socket = new Socket()) {
			socket.connect(this.target.get(), 500);
			return false;
		}
		catch (ConnectException ex) {
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private void stopListening() {
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void close() {
		this.closed = true;
		stopListening();
	}

}
