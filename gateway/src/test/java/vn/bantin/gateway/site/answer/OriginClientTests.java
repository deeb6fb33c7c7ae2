package vn.bantin.gateway.site.answer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;
import vn.bantin.gateway.origin.Origin;
import vn.bantin.gateway.change.TestChanges;
import vn.bantin.gateway.origin.TestOrigins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** The only instance of a service, which answers when the test says so. */
class OriginClientTests {

	private final AtomicInteger connections = new AtomicInteger();

	private final ServerSocket server;

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final OriginClient client;

	OriginClientTests() throws IOException {
		this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		URI only = URI.create("http://127.0.0.1:" + this.server.getLocalPort());
		this.client = new OriginClient(TestOrigins.of(only, this.meters), Clock.systemUTC(), new TestChanges());
	}

	@AfterEach
	void close() throws IOException {
		this.server.close();
	}

	@Test
	void asksTheOnlyInstanceNoSecondTimeWhenItDoesNotAnswer() {
		serve((connection) -> {
		});

		assertThatExceptionOfType(OriginUnavailable.class).isThrownBy(() -> ask().block());
		assertThat(this.connections).hasValue(1);
	}

	@Test
	void asksAgainWhenTheConnectionWasDead() {
		serve((connection) -> {
			connection.getInputStream().read(new byte[8192]);
			if (this.connections.get() == 1) {
				connection.close();
				return;
			}
			answer(connection);
		});

		assertThat(ask().block()).isNotNull().extracting(OriginAnswer::status).isEqualTo(200);
	}

	@Test
	void asksAgainWhenOthersHadTheirAnswersMeanwhile() throws Exception {
		serve((connection) -> {
			if (this.connections.get() > 1) {
				connection.getInputStream().read(new byte[8192]);
				answer(connection);
			}
		});
		CompletableFuture<@Nullable OriginAnswer> unlucky = ask().toFuture();
		await().until(() -> this.connections.get() == 1);

		assertThat(ask().block()).isNotNull();

		assertThat(unlucky.get(20, TimeUnit.SECONDS)).isNotNull().extracting(OriginAnswer::status).isEqualTo(200);
	}

	@Test
	void asksOnlyNowAndThenWhileNobodyIsThere() throws IOException {
		this.server.close();

		for (int i = 0; i < 100; i++) {
			assertThatExceptionOfType(OriginUnavailable.class).isThrownBy(() -> ask().block());
		}

		assertThat(this.meters.get("bantin.gateway.refused")
			.tags("service", "rating-service", "kind", "read")
			.counter()
			.count()).isBetween(50.0, 95.0);
		assertThat(this.meters.get("bantin.gateway.left.out").tag("service", "rating-service").gauge().value())
			.isEqualTo(1);
		assertThat(this.meters.get("bantin.gateway.left.out").tag("service", "article-service").gauge().value())
			.isZero();
	}

	private Mono<OriginAnswer> ask() {
		return this.client.send(HttpMethod.GET, Origin.RATING, "/api/articles/a1b2c3d4e5/rating", null, null);
	}

	private static void answer(Socket connection) throws IOException {
		connection.getOutputStream()
			.write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}"
				.getBytes(StandardCharsets.UTF_8));
	}

	private void serve(Answering answering) {
		Thread.startVirtualThread(() -> {
			while (!this.server.isClosed()) {
				try {
					Socket connection = this.server.accept();
					this.connections.incrementAndGet();
					answering.answer(connection);
				}
				catch (IOException ex) {
					// Closed: the test is over.
				}
			}
		});
	}

	private interface Answering {

		void answer(Socket connection) throws IOException;

	}

}
