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
import java.util.concurrent.atomic.AtomicInteger;

import com.mongodb.MongoTimeoutException;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.bantin.service.projection.Positions;
import vn.bantin.widget.announcing.Announcer;
import vn.bantin.widget.announcing.NotAnnounced;
import vn.bantin.widget.exchangerates.Board;
import vn.bantin.widget.latest.LatestValues;
import vn.bantin.widget.weather.Places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class FetchingScheduleTests {

	private static final Clock NOW = Clock.fixed(Instant.parse("2026-09-02T10:40:00Z"), ZoneOffset.UTC);

	private final FetchLock lock = mock();

	private final LatestValues latest = mock();

	private final Positions positions = mock();

	private final Announcer announcer = mock();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private HttpServer bank;

	private FetchingSchedule schedule;

	@BeforeEach
	void openBank() throws IOException {
		byte[] board;
		try (InputStream in = Objects.requireNonNull(
				FetchingScheduleTests.class.getResourceAsStream("/samples/vietcombank-pxml-2026-09-02.trimmed.xml"))) {
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
		FetchingProperties properties = new FetchingProperties(address, address, "https://example.org", true,
				Duration.ofMillis(1), Duration.ZERO);
		ProviderClient client = new ProviderClient("Bantin/1.0 test");
		Fetcher fetcher = new Fetcher(new BoardFetch(properties, client, this.announcer, NOW),
				new ForecastFetch(properties, client, this.announcer, NOW), this.latest, new Places(List.of()),
				properties.retry(), NOW, this.meters);
		this.schedule = new FetchingSchedule(properties, this.positions, this.lock, fetcher);
		when(this.positions.isCaughtUp()).thenReturn(true);
		when(this.latest.board()).thenReturn(Optional.empty());
		when(this.lock.acquire()).thenReturn(true);
	}

	@AfterEach
	void close() {
		this.schedule.stop();
		this.bank.stop(0);
	}

	@Test
	void goesOnWhenKafkaOrAnythingElseFails() throws Exception {
		doThrow(new NotAnnounced(new IOException("away"))).doThrow(new IllegalStateException("an error of ours"))
			.doNothing()
			.when(this.announcer)
			.announce(any(Board.class));
		this.schedule.start();
		await().untilAsserted(() -> assertThat(count("announced")).isEqualTo(1));
		assertThat(count("unannounced")).isEqualTo(1);
		assertThat(count("failed")).isEqualTo(1);
	}

	@Test
	void goesOnWhenTheDatabaseIsBack() throws Exception {
		when(this.lock.acquire()).thenThrow(new MongoTimeoutException("away"))
			.thenThrow(new IllegalStateException("closed"))
			.thenThrow(new OutOfMemoryError("no threads left"))
			.thenReturn(true);
		doNothing().when(this.announcer).announce(any(Board.class));
		this.schedule.start();
		await().untilAsserted(() -> assertThat(count("announced")).isEqualTo(1));
	}

	@Test
	void fetchesNothingWhileAnotherInstanceHoldsTheLock() throws Exception {
		AtomicInteger attempts = new AtomicInteger();
		when(this.lock.acquire()).thenAnswer((call) -> attempts.incrementAndGet() > 3);
		this.schedule.start();
		await().untilAsserted(() -> assertThat(count("announced")).isEqualTo(1));
		assertThat(attempts).hasValueGreaterThan(3);
	}

	@Test
	void givesTheLockUpWhenItStops() {
		this.schedule.start();
		await().untilAsserted(() -> assertThat(count("announced")).isEqualTo(1));
		verify(this.lock, never()).release();
		this.schedule.stop();
		verify(this.lock).release();
		assertThat(this.schedule.isRunning()).isFalse();
	}

	private double count(String outcome) {
		return this.meters.counter("bantin.widget.fetches", "provider", "vietcombank", "outcome", outcome).count();
	}

}
