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

/** An instance of a service that behaves as a test says. */
final class StubInstance implements AutoCloseable {

	enum Behaviour {

		WELL, DRAINS, CLOSES_WITHOUT_ANSWER, HANGS, CANNOT_ANSWER,

		/** Its first connection is dead, the others are well. */
		HANGS_ONCE

	}

	private final InetSocketAddress place;

	private HttpServer server;

	private boolean left;

	private final CountDownLatch over = new CountDownLatch(1);

	private final List<String> asked = new CopyOnWriteArrayList<>();

	private volatile Behaviour behaviour = Behaviour.WELL;

	StubInstance() {
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

	/** From now on connections are refused. */
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

	void behave(Behaviour behaviour) {
		this.behaviour = behaviour;
		this.asked.clear();
	}

	/** Method and body of the requests since its behaviour was set. */
	List<String> asked() {
		return this.asked;
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			this.asked.add(exchange.getRequestMethod() + " " + body);
			switch (this.behaviour) {
				case WELL -> answer(exchange, 200);
				case CANNOT_ANSWER -> answer(exchange, 503);
				case DRAINS -> {
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
					// The exchange is closed next, and with it the connection.
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
