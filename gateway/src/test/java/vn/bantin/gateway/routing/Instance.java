package vn.bantin.gateway.routing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** An instance of a service on a bad day of a test's choice. */
final class Instance implements AutoCloseable {

	enum Day {

		GOOD, SAYS_GOODBYE, CLOSES_WITHOUT_ANSWER, HANGS, CANNOT_ANSWER,

		/** The first connection of the day is dead, the others are well. */
		HANGS_ONCE

	}

	private final InetSocketAddress place;

	private HttpServer server;

	private boolean left;

	private final CountDownLatch over = new CountDownLatch(1);

	private final List<String> asked = new CopyOnWriteArrayList<>();

	private volatile Day day = Day.GOOD;

	Instance() {
		this.server = serve(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
		this.place = this.server.getAddress();
	}

	private HttpServer serve(InetSocketAddress place) {
		try {
			HttpServer server = HttpServer.create(place, 0);
			server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
			server.createContext("/", this::handle);
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** From now on nobody listens there. */
	void leave() {
		this.server.stop(0);
		this.left = true;
	}

	void comeBack() {
		if (this.left) {
			this.server = serve(this.place);
			this.left = false;
		}
	}

	String address() {
		return "http://127.0.0.1:" + this.place.getPort();
	}

	void on(Day day) {
		this.day = day;
		this.asked.clear();
	}

	/** Method and body of what came since the day began. */
	List<String> asked() {
		return this.asked;
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			this.asked.add(exchange.getRequestMethod() + " " + body);
			switch (this.day) {
				case GOOD -> answer(exchange, 200);
				case CANNOT_ANSWER -> answer(exchange, 503);
				case SAYS_GOODBYE -> {
					exchange.getResponseHeaders().set("Connection", "close");
					answer(exchange, 200);
				}
				case HANGS_ONCE -> {
					if (this.asked.size() == 1) {
						this.over.await();
					}
					answer(exchange, 200);
				}
				case HANGS -> this.over.await();
				case CLOSES_WITHOUT_ANSWER -> {
					// Leaving closes the exchange, and with it the connection.
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void answer(HttpExchange exchange, int status) throws IOException {
		byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, answer.length);
		exchange.getResponseBody().write(answer);
	}

	@Override
	public void close() {
		this.over.countDown();
		this.server.stop(0);
	}

}
