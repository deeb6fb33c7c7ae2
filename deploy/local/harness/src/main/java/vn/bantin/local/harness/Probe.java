package vn.bantin.local.harness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A readiness probe: an HTTP request or a TCP connection. */
public final class Probe {

	private static final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(1))
		.build();

	private final BooleanSupplier check;

	private Probe(BooleanSupplier check) {
		this.check = check;
	}

	/**
	 * Ready when a GET is answered with a status below 300 within 2 s.
	 * @param url the address
	 * @return the probe
	 */
	public static Probe http(URI url) {
		return new Probe(() -> answers(url));
	}

	/**
	 * Ready when a port of 127.0.0.1 accepts a connection within 1 s.
	 * @param port the port
	 * @return the probe
	 */
	public static Probe tcp(int port) {
		return new Probe(() -> accepts(port));
	}

	/**
	 * Probes once.
	 * @return false also when there is no answer in time
	 */
	public boolean isReady() {
		return this.check.getAsBoolean();
	}

	private static boolean answers(URI url) {
		HttpRequest request = HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(2)).build();
		try {
			return http.send(request, BodyHandlers.discarding()).statusCode() < 300;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static boolean accepts(int port) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
