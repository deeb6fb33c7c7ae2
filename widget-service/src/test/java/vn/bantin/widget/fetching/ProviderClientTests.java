package vn.bantin.widget.fetching;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

class ProviderClientTests {

	private static final String JSON = "application/json";

	private final CountDownLatch over = new CountDownLatch(1);

	private HttpServer server;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.over.countDown();
		this.server.stop(0);
	}

	@Test
	void readsWhatTheProviderSays() throws Exception {
		answer((exchange) -> {
			exchange.getResponseHeaders().set("Content-Type", JSON);
			exchange.getResponseHeaders().set("Expires", "Tue, 24 Nov 2026 08:00:00 GMT");
			exchange.getResponseHeaders().set("Last-Modified", "Tue, 24 Nov 2026 07:00:00 GMT");
			exchange.sendResponseHeaders(200, 0);
			exchange.getResponseBody().write(bytes("{}"));
		});

		ProviderClient.Answer answer = ask(Duration.ofSeconds(10));

		assertThat(answer.body()).asString(StandardCharsets.UTF_8).isEqualTo("{}");
		assertThat(answer.expires()).isEqualTo(Instant.parse("2026-11-24T08:00:00Z"));
		assertThat(answer.lastModified()).isEqualTo("Tue, 24 Nov 2026 07:00:00 GMT");
	}

	@Test
	void unzips() throws Exception {
		zipped(bytes("{\"zipped\": true}"));

		assertThat(ask(Duration.ofSeconds(10)).body()).asString(StandardCharsets.UTF_8).isEqualTo("{\"zipped\": true}");
	}

	@Test
	void refusesWhatUnfoldsToTooMuch() {
		zipped(new byte[64 * 1024 * 1024]);

		assertThatExceptionOfType(Rejected.class).isThrownBy(() -> ask(Duration.ofSeconds(10)))
			.withMessageContaining("more than 524288 bytes");
	}

	@Test
	void readsNoMoreThanItMay() {
		answer((exchange) -> {
			exchange.getResponseHeaders().set("Content-Type", JSON);
			exchange.sendResponseHeaders(200, 0);
			exchange.getResponseBody().write(new byte[1024 * 1024]);
		});

		assertThatIOException().isThrownBy(() -> ask(Duration.ofSeconds(10)));
	}

	@Test
	void followsNoLead() {
		answer((exchange) -> {
			exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/inside");
			exchange.sendResponseHeaders(302, -1);
		});

		assertThatExceptionOfType(Rejected.class).isThrownBy(() -> ask(Duration.ofSeconds(10)))
			.withMessageContaining("status 302");
	}

	@Test
	void refusesAnErrorPageInPlaceOfData() {
		answer((exchange) -> {
			exchange.getResponseHeaders().set("Content-Type", "text/html");
			exchange.sendResponseHeaders(200, 0);
			exchange.getResponseBody().write(bytes("<html></html>"));
		});

		assertThatExceptionOfType(Rejected.class).isThrownBy(() -> ask(Duration.ofSeconds(10)))
			.withMessageContaining("text/html");
	}

	@Test
	void givesUpOnAnAnswerThatStopsInTheMiddle() {
		answer((exchange) -> {
			exchange.getResponseHeaders().set("Content-Type", JSON);
			exchange.sendResponseHeaders(200, 1000);
			exchange.getResponseBody().write(bytes("{"));
			exchange.getResponseBody().flush();
			awaitEnd();
		});

		assertThatIOException().isThrownBy(() -> ask(Duration.ofMillis(500)))
			.withMessageContaining("no whole answer within 500 ms");
	}

	private ProviderClient.Answer ask(Duration patience) throws IOException, Rejected {
		return new ProviderClient("Bantin/1.0 test@paper.vn", patience)
			.get(URI.create("http://127.0.0.1:" + this.server.getAddress().getPort() + "/"), JSON, null);
	}

	private void answer(HttpHandler handler) {
		this.server.createContext("/", (exchange) -> {
			try (exchange) {
				handler.handle(exchange);
			}
		});
	}

	private void zipped(byte[] body) {
		answer((exchange) -> {
			ByteArrayOutputStream zipped = new ByteArrayOutputStream();
			try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
				zip.write(body);
			}
			exchange.getResponseHeaders().set("Content-Type", JSON);
			exchange.getResponseHeaders().set("Content-Encoding", "gzip");
			exchange.sendResponseHeaders(200, zipped.size());
			exchange.getResponseBody().write(zipped.toByteArray());
		});
	}

	private void awaitEnd() {
		try {
			this.over.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
