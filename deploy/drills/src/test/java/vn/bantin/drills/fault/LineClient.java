package vn.bantin.drills.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/** Sends lines on one connection. */
final class LineClient implements AutoCloseable {

	private final Socket socket;

	private final BufferedReader in;

	LineClient(int port) throws IOException {
		this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
		this.socket.setSoTimeout(20_000);
		this.in = new BufferedReader(new InputStreamReader(this.socket.getInputStream(), StandardCharsets.UTF_8));
	}

	void send(String line) {
		try {
			this.socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The next line; {@code gone} when the connection was closed. */
	String receive() {
		try {
			String line = this.in.readLine();
			return (line != null) ? line : "gone";
		}
		catch (SocketTimeoutException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (IOException ex) {
			return "gone";
		}
	}

	String ask(String line) {
		send(line);
		return receive();
	}

	/** Sends a line and waits for the answer in the background. */
	CompletableFuture<String> askInBackground(String line) {
		send(line);
		return CompletableFuture.supplyAsync(this::receive, Executors.newVirtualThreadPerTaskExecutor());
	}

	boolean hasReceivedNothing() {
		try {
			return this.socket.getInputStream().available() == 0;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
