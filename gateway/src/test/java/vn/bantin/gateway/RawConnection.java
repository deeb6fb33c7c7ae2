package vn.bantin.gateway;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** A connection on which a test sends whatever bytes it likes. */
public final class RawConnection implements AutoCloseable {

	private static final int PATIENCE_MILLIS = 60_000;

	private final Socket socket;

	private final InputStream input;

	/**
	 * Connects.
	 * @param port a port of this machine
	 */
	public RawConnection(int port) throws IOException {
		this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
		this.socket.setSoTimeout(PATIENCE_MILLIS);
		this.input = new BufferedInputStream(this.socket.getInputStream());
	}

	/**
	 * Sends text as it is, in Latin-1.
	 * @param text such as a request line
	 * @return this connection
	 */
	public RawConnection send(String text) throws IOException {
		this.socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
		return this;
	}

	/**
	 * Reads an answer that has a body.
	 * @return the next answer
	 */
	public Answer answer() throws IOException {
		Answer head = head();
		return new Answer(head.status(), head.headers(), body(head));
	}

	/**
	 * Reads an answer without a body, such as to HEAD.
	 * @return the next answer
	 */
	public Answer head() throws IOException {
		String[] statusLine = line().split(" ", 3);
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		for (String line = line(); !line.isEmpty(); line = line()) {
			int colon = line.indexOf(':');
			headers.merge(line.substring(0, colon), line.substring(colon + 1).strip(),
					(one, other) -> one + ", " + other);
		}
		return new Answer(Integer.parseInt(statusLine[1]), headers, "");
	}

	private String body(Answer head) throws IOException {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		if ("chunked".equals(head.header("Transfer-Encoding"))) {
			for (int size = chunk(); size > 0; size = chunk()) {
				body.write(this.input.readNBytes(size));
				line();
			}
			line();
		}
		else if (head.header("Content-Length") instanceof String length) {
			body.write(this.input.readNBytes(Integer.parseInt(length)));
		}
		return body.toString(StandardCharsets.UTF_8);
	}

	private int chunk() throws IOException {
		return Integer.parseInt(line(), 16);
	}

	private String line() throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (int next = this.input.read(); next != '\n'; next = this.input.read()) {
			if (next < 0) {
				throw new EOFException("The connection ended after: " + line.toString(StandardCharsets.ISO_8859_1));
			}
			line.write(next);
		}
		return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
	}

	/**
	 * Waits until the other side ends the connection.
	 * @return whether it sent nothing more before
	 */
	public boolean isEnded() throws IOException {
		return this.input.read() < 0;
	}

	/** Closes the connection at once, so that the other side sees a reset. */
	public void reset() throws IOException {
		this.socket.setSoLinger(true, 0);
		this.socket.close();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

	/**
	 * One answer.
	 *
	 * @param status its status
	 * @param headers its headers, whose names ignore case
	 * @param body its body in UTF-8
	 */
	public record Answer(int status, Map<String, String> headers, String body) {

		/**
		 * A header.
		 * @param name its name
		 * @return null when there is none
		 */
		public @Nullable String header(String name) {
			return this.headers.get(name);
		}

	}

}
