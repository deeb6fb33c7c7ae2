package vn.bantin.drills.fault;

import java.io.ByteArrayOutputStream;
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
import java.util.zip.GZIPOutputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Answers for a provider of weather or rates with everything but what was asked for, one
 * case after the other.
 */
public final class HostileProvider implements AutoCloseable {

	private static final String JSON = "application/json";

	private static final String XML = "text/xml; charset=utf-8";

	private static final int BOMB = 64 * 1024 * 1024;

	private final HttpServer server;

	private final HttpServer trap;

	private final List<Case> boards;

	private final List<Case> forecasts;

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
		this.boards = boards();
		this.forecasts = forecasts();
		this.server.createContext("/", this::answer);
		this.trap.createContext("/", (exchange) -> {
			this.trapped.incrementAndGet();
			send(exchange, new Case("trap", 200, JSON, End.WHOLE, "{}"));
		});
		this.server.start();
		this.trap.start();
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
	 * Which cases were served so far.
	 * @return their names
	 */
	public Set<String> served() {
		return Set.copyOf(this.served);
	}

	/**
	 * How many cases there are.
	 * @return for both providers together
	 */
	public int cases() {
		return this.boards.size() + this.forecasts.size();
	}

	/**
	 * How often somebody followed a lead to another server of this machine.
	 * @return more than 0 is a fault
	 */
	public int trapped() {
		return this.trapped.get();
	}

	/** Each case once; afterwards there is nobody who answers anything of use. */
	private void answer(HttpExchange exchange) throws IOException {
		boolean board = exchange.getRequestURI().getPath().endsWith(".aspx");
		List<Case> cases = board ? this.boards : this.forecasts;
		int turn = (board ? this.boardsAsked : this.forecastsAsked).getAndIncrement();
		if (turn < cases.size()) {
			this.served.add((board ? "board: " : "forecast: ") + cases.get(turn).name());
			send(exchange, cases.get(turn));
		}
		else {
			send(exchange, new Case("down", 503, "text/plain", End.WHOLE, "down"));
		}
	}

	private void send(HttpExchange exchange, Case answer) throws IOException {
		exchange.getResponseHeaders().set("Content-Type", answer.type());
		if (answer.status() >= 300 && answer.status() < 400) {
			exchange.getResponseHeaders()
				.set("Location", "http://127.0.0.1:" + this.trap.getAddress().getPort() + "/inside");
		}
		boolean bomb = answer.name().equals("bomb");
		if (bomb) {
			exchange.getResponseHeaders().set("Content-Encoding", "gzip");
		}
		byte[] body = bomb ? bomb() : answer.body().getBytes(StandardCharsets.UTF_8);
		try (exchange) {
			exchange.sendResponseHeaders(answer.status(),
					(answer.end() == End.WHOLE) ? ((body.length > 0) ? body.length : -1) : body.length + 1000);
			OutputStream out = exchange.getResponseBody();
			out.write(body);
			out.flush();
			if (answer.end() == End.STALL) {
				this.over.await();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** A few kilobytes that unfold to many megabytes. */
	private static byte[] bomb() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
			byte[] blank = new byte[64 * 1024];
			for (int i = 0; i < BOMB / blank.length; i++) {
				out.write(blank);
			}
		}
		return bytes.toByteArray();
	}

	private List<Case> boards() {
		String trap = "http://127.0.0.1:" + this.trap.getAddress().getPort() + "/entity";
		return List.of(new Case("page of HTML", 200, "text/html", End.WHOLE, "<html><body>Bảo trì</body></html>"),
				new Case("page of HTML called XML", 200, XML, End.WHOLE, "<html><body>Bảo trì</body></html>"),
				new Case("empty", 200, XML, End.WHOLE, ""),
				new Case("cut off", 200, XML, End.CUT, board("26000", "26020", "26400")),
				new Case("stops in the middle", 200, XML, End.STALL, board("26000", "26020", "26400")),
				new Case("half a document", 200, XML, End.WHOLE, board("26000", "26020", "26400").substring(0, 120)),
				new Case("error with status 200", 200, XML, End.WHOLE, "<Error>Service unavailable</Error>"),
				new Case("status 500", 500, XML, End.WHOLE, board("26000", "26020", "26400")),
				new Case("redirect inside", 302, XML, End.WHOLE, ""),
				new Case("negative", 200, XML, End.WHOLE, board("-1", "-1", "-1")),
				new Case("zero", 200, XML, End.WHOLE, board("0", "0", "0")),
				new Case("a thousand million", 200, XML, End.WHOLE, board("999999999", "1000000000", "1000000001")),
				new Case("NaN", 200, XML, End.WHOLE, board("NaN", "NaN", "NaN")),
				new Case("bought dearer than sold", 200, XML, End.WHOLE, board("26500", "26500", "26400")),
				new Case("not one currency", 200, XML, End.WHOLE,
						board("26000", "26020", "26400").replaceAll("<Exrate .*/>", "")),
				new Case("from the future", 200, XML, End.WHOLE,
						board("26000", "26020", "26400").replace("2026", "2096")),
				new Case("entity from elsewhere", 200, XML, End.WHOLE,
						"<!DOCTYPE x [<!ENTITY e SYSTEM \"" + trap + "\">]><ExrateList>&e;</ExrateList>"),
				new Case("bomb", 200, XML, End.WHOLE, ""), new Case("bad letters", 200, "text/xml; charset=x-nowhere",
						End.WHOLE, board("26000", "26020", "26400").replace("US DOLLAR", "\u0000\uFFFE")));
	}

	private static String board(String buy, String transfer, String sell) {
		return """
				<ExrateList><DateTime>11/24/2026 8:00:00 AM</DateTime>
				<Exrate CurrencyCode="USD" CurrencyName="US DOLLAR" Buy="%s" Transfer="%s" Sell="%s" />
				<Source>Vietcombank</Source></ExrateList>""".formatted(buy, transfer, sell);
	}

	private List<Case> forecasts() {
		return List.of(new Case("page of HTML", 200, "text/html", End.WHOLE, "<html><body>Sorry</body></html>"),
				new Case("page of HTML called JSON", 200, JSON, End.WHOLE, "<html><body>Sorry</body></html>"),
				new Case("empty", 200, JSON, End.WHOLE, ""), new Case("cut off", 200, JSON, End.CUT, forecast("24.5")),
				new Case("stops in the middle", 200, JSON, End.STALL, forecast("24.5")),
				new Case("half a document", 200, JSON, End.WHOLE, forecast("24.5").substring(0, 60)),
				new Case("error with status 200", 200, JSON, End.WHOLE, "{\"error\": true, \"reason\": \"limit\"}"),
				new Case("status 429", 429, JSON, End.WHOLE, forecast("24.5")),
				new Case("redirect inside", 301, JSON, End.WHOLE, ""),
				new Case("a word for a number", 200, JSON, End.WHOLE, forecast("\"warm\"")),
				new Case("NaN", 200, JSON, End.WHOLE, forecast("NaN")),
				new Case("null", 200, JSON, End.WHOLE, forecast("null")),
				new Case("a thousand million", 200, JSON, End.WHOLE, forecast("1e9")),
				new Case("colder than possible", 200, JSON, End.WHOLE, forecast("-274")),
				new Case("no steps", 200, JSON, End.WHOLE,
						"{\"properties\": {\"meta\": {\"updated_at\": \"2026-11-24T00:00:00Z\"}, \"timeseries\": []}}"),
				new Case("from the future", 200, JSON, End.WHOLE, forecast("24.5").replace("2026", "2096")),
				new Case("deep", 200, JSON, End.WHOLE, "[".repeat(100_000)), new Case("bomb", 200, JSON, End.WHOLE, ""),
				new Case("a list", 200, JSON, End.WHOLE, "[1, 2, 3]"));
	}

	private static String forecast(String temperature) {
		return """
				{"type": "Feature", "properties": {"meta": {"updated_at": "2026-11-24T00:00:00Z"}, "timeseries": [
				  {"time": "2026-11-24T01:00:00Z", "data": {"instant": {"details": {"air_temperature": %1$s}}}},
				  {"time": "2096-11-24T01:00:00Z", "data": {"instant": {"details": {"air_temperature": %1$s}}}}]}}"""
			.formatted(temperature);
	}

	@Override
	public void close() {
		this.over.countDown();
		this.server.stop(0);
		this.trap.stop(0);
	}

	/**
	 * One bad answer.
	 *
	 * @param name what is bad about it
	 * @param status the HTTP status
	 * @param type the content type
	 * @param end how the body ends
	 * @param body the body
	 */
	private record Case(String name, int status, String type, End end, String body) {
	}

	private enum End {

		/** As announced. */
		WHOLE,

		/** The connection is closed before the announced length. */
		CUT,

		/** Nothing more comes, and the connection stays open. */
		STALL

	}

}
