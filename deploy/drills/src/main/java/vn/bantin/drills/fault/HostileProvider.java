package vn.bantin.drills.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Stands in for the providers of weather and rates and gives one bad answer after the
 * other.
 */
public final class HostileProvider implements AutoCloseable {

	private final HttpServer server;

	private final HttpServer trap;

	private final List<HostileAnswer> boards;

	private final List<HostileAnswer> forecasts;

	private final AtomicInteger boardsAsked = new AtomicInteger();

	private final AtomicInteger forecastsAsked = new AtomicInteger();

	private final AtomicInteger trapped = new AtomicInteger();

	private final Set<String> served = ConcurrentHashMap.newKeySet();

	private final CountDownLatch over = new CountDownLatch(1);

	/**
	 * Listens on a free port of 127.0.0.1.
	 * @throws UncheckedIOException if there is none
	 */
	public HostileProvider() {
		this.server = listen();
		this.trap = listen();
		this.boards = HostileAnswers.boards(trap());
		this.forecasts = HostileAnswers.forecasts();
		this.server.createContext("/", this::answer);
		this.trap.createContext("/", (exchange) -> {
			this.trapped.incrementAndGet();
			send(exchange, new HostileAnswer("trap", 200, "application/json", "{}"));
		});
		this.server.start();
		this.trap.start();
	}

	private String trap() {
		return "http://127.0.0.1:" + this.trap.getAddress().getPort();
	}

	private static HttpServer listen() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Where it listens.
	 * @return the port
	 */
	public int port() {
		return this.server.getAddress().getPort();
	}

	/**
	 * Which answers were given.
	 * @return their names
	 */
	public Set<String> served() {
		return Set.copyOf(this.served);
	}

	/**
	 * How many answers there are.
	 * @return those of both providers together
	 */
	public int answers() {
		return this.boards.size() + this.forecasts.size();
	}

	/**
	 * How often an answer led a client to another server on this machine.
	 * @return more than 0 is a breach
	 */
	public int trapped() {
		return this.trapped.get();
	}

	/** Each bad answer once; then the provider is down. */
	private void answer(HttpExchange exchange) throws IOException {
		boolean board = exchange.getRequestURI().getPath().endsWith(".aspx");
		List<HostileAnswer> answers = board ? this.boards : this.forecasts;
		int turn = (board ? this.boardsAsked : this.forecastsAsked).getAndIncrement();
		if (turn < answers.size()) {
			this.served.add((board ? "board: " : "forecast: ") + answers.get(turn).name());
			send(exchange, answers.get(turn));
		}
		else {
			send(exchange, new HostileAnswer("down", 503, "text/plain", "down"));
		}
	}

	private void send(HttpExchange exchange, HostileAnswer answer) throws IOException {
		exchange.getResponseHeaders().set("Content-Type", answer.type());
		if (answer.status() >= 300 && answer.status() < 400) {
			exchange.getResponseHeaders().set("Location", trap() + "/inside");
		}
		boolean bomb = answer.name().equals("bomb");
		if (bomb) {
			exchange.getResponseHeaders().set("Content-Encoding", "gzip");
		}
		byte[] body = bomb ? HostileAnswers.bomb() : answer.body().getBytes(StandardCharsets.UTF_8);
		try (exchange) {
			exchange.sendResponseHeaders(answer.status(), (answer.end() == HostileAnswer.End.WHOLE)
					? ((body.length > 0) ? body.length : -1) : body.length + 1000);
			OutputStream out = exchange.getResponseBody();
			out.write(body);
			out.flush();
			if (answer.end() == HostileAnswer.End.STALL) {
				this.over.await();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		this.over.countDown();
		this.server.stop(0);
		this.trap.stop(0);
	}

}
