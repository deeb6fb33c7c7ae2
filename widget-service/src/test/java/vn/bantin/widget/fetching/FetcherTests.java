package vn.bantin.widget.fetching;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.mongodb.MongoTimeoutException;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.bantin.widget.announcing.Announcer;
import vn.bantin.widget.announcing.NotAnnounced;
import vn.bantin.widget.exchangerates.Board;
import vn.bantin.widget.newest.Newest;
import vn.bantin.widget.weather.Places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

class FetcherTests {

	private static final Clock NOW = Clock.fixed(Instant.parse("2026-09-02T10:40:00Z"), ZoneOffset.UTC);

	private final Lease lease = mock();

	private final Newest newest = mock();

	private final Announcer announcer = mock();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private HttpServer bank;

	private Fetcher fetcher;

	@BeforeEach
	void openBank() throws IOException {
		byte[] board;
		try (InputStream in = Objects.requireNonNull(
				FetcherTests.class.getResourceAsStream("/samples/vietcombank-pxml-2026-09-02.trimmed.xml"))) {
			board = in.readAllBytes();
		}
		this.bank = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.bank.createContext("/", (exchange) -> {
			exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=utf-8");
			exchange.sendResponseHeaders(200, board.length);
			exchange.getResponseBody().write(board);
			exchange.close();
		});
		this.bank.start();
		URI address = URI.create("http://127.0.0.1:" + this.bank.getAddress().getPort() + "/");
		this.fetcher = new Fetcher(
				new FetchingProperties(address, address, "https://example.org", true, Duration.ofMillis(1),
						Duration.ZERO),
				this.lease, this.newest, new Places(List.of()), this.announcer, NOW, this.meters);
		when(this.newest.caughtUp()).thenReturn(true);
		when(this.newest.board()).thenReturn(Optional.empty());
		when(this.lease.acquire()).thenReturn(true);
	}

	@AfterEach
	void close() {
		this.fetcher.stop();
		this.bank.stop(0);
	}

	@Test
	void goesOnWhenKafkaOrAnythingElseFails() throws Exception {
		doThrow(new NotAnnounced(new IOException("away"))).doThrow(new IllegalStateException("an error of ours"))
			.doNothing()
			.when(this.announcer)
			.announce(any(Board.class));
		this.fetcher.start();
		await().untilAsserted(() -> assertThat(count("announced")).isEqualTo(1));
		assertThat(count("unannounced")).isEqualTo(1);
		assertThat(count("failed")).isEqualTo(1);
	}

	@Test
	void goesOnWhenTheDatabaseIsBack() throws Exception {
		when(this.lease.acquire()).thenThrow(new MongoTimeoutException("away"))
			.thenThrow(new IllegalStateException("closed"))
			.thenReturn(true);
		doNothing().when(this.announcer).announce(any(Board.class));
		this.fetcher.start();
		await().untilAsserted(() -> assertThat(count("announced")).isEqualTo(1));
	}

	private double count(String outcome) {
		return this.meters.counter("bantin.widget.fetches", "provider", "vietcombank", "outcome", outcome).count();
	}

}
