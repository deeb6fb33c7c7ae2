package vn.bantin.local.providers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/**
 * Serves the sample providers on 127.0.0.1 and behaves like the real ones: a request
 * without a proper User-Agent gets 403, a conditional request for unchanged data gets
 * 304.
 */
public final class SampleProviders {

	private static final DateTimeFormatter HTTP_TIME = DateTimeFormatter
		.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	private static final Pattern POSITION = Pattern
		.compile("lat=(-?\\d+(?:\\.\\d+)?)&lon=(-?\\d+(?:\\.\\d+)?)(?:&altitude=\\d+)?");

	private static final Pattern TOO_EXACT = Pattern.compile("\\.\\d{5}");

	private final Clock clock;

	private final HttpServer server;

	private SampleProviders(int port, Clock clock) throws IOException {
		this.clock = clock;
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/weatherapi/locationforecast/2.0/compact", this::forecast);
		this.server.createContext("/Usercontrols/TVPortal.TyGia/pXML.aspx", this::board);
		this.server.createContext("/health", (exchange) -> answer(exchange, 200, "text/plain", "OK"));
	}

	/**
	 * Serves until the process is stopped.
	 * @param args the port; then {@code --exit-with-parent} to exit when the parent
	 * process does
	 * @throws IOException if the port cannot be listened on
	 */
	public static void main(String[] args) throws IOException {
		if (args.length > 1 && "--exit-with-parent".equals(args[1])) {
			ProcessHandle.current().parent().ifPresent((parent) -> parent.onExit().thenRun(() -> System.exit(0)));
		}
		start(Integer.parseInt(args[0]), Clock.systemUTC());
	}

	static HttpServer start(int port, Clock clock) throws IOException {
		SampleProviders providers = new SampleProviders(port, clock);
		providers.server.start();
		return providers.server;
	}

	private void forecast(HttpExchange exchange) throws IOException {
		String agent = header(exchange, "User-Agent");
		if (agent == null || agent.startsWith("Java")) {
			answer(exchange, 403, "text/html", "<html><body>Missing or generic User-Agent</body></html>");
			return;
		}
		String query = String.valueOf(exchange.getRequestURI().getQuery());
		Matcher position = POSITION.matcher(query);
		if (TOO_EXACT.matcher(query).find()) {
			answer(exchange, 403, "text/html", "<html><body>More than 4 decimals</body></html>");
		}
		else if (!position.matches()) {
			answer(exchange, 400, "text/html", "<html><body>Bad lat or lon</body></html>");
		}
		else {
			Instant updated = this.clock.instant().truncatedTo(ChronoUnit.HOURS);
			String modified = HTTP_TIME.format(updated);
			exchange.getResponseHeaders().set("Last-Modified", modified);
			exchange.getResponseHeaders()
				.set("Expires", HTTP_TIME.format(this.clock.instant().plus(Duration.ofMinutes(31))));
			if (modified.equals(header(exchange, "If-Modified-Since"))) {
				exchange.sendResponseHeaders(304, -1);
				exchange.close();
				return;
			}
			answer(exchange, 200, "application/json", SampleWeather.forecast(Double.parseDouble(position.group(1)),
					Double.parseDouble(position.group(2)), updated));
		}
	}

	private void board(HttpExchange exchange) throws IOException {
		exchange.getResponseHeaders().set("Cache-Control", "public, max-age=300");
		answer(exchange, 200, "text/xml; charset=utf-8", SampleBoard.xml(this.clock.instant()));
	}

	private static @Nullable String header(HttpExchange exchange, String name) {
		return exchange.getRequestHeaders().getFirst(name);
	}

	private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
		exchange.getResponseHeaders().set("Content-Type", type);
		String accepted = header(exchange, "Accept-Encoding");
		boolean zip = accepted != null && accepted.contains("gzip");
		if (zip) {
			exchange.getResponseHeaders().set("Content-Encoding", "gzip");
		}
		exchange.getResponseHeaders().set("Vary", "Accept, Accept-Encoding");
		exchange.sendResponseHeaders(status, 0);
		try (var out = zip ? new GZIPOutputStream(exchange.getResponseBody()) : exchange.getResponseBody()) {
			out.write(body.getBytes(StandardCharsets.UTF_8));
		}
	}

}
