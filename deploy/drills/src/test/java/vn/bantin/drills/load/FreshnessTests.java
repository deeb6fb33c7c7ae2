package vn.bantin.drills.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import vn.bantin.drills.newspaper.Site;

import static org.assertj.core.api.Assertions.assertThat;

/** When a change counts as seen. */
class FreshnessTests {

	private final List<HttpServer> gateways = new ArrayList<>();

	private final AtomicInteger asked = new AtomicInteger();

	@AfterEach
	void stop() {
		this.gateways.forEach((gateway) -> gateway.stop(0));
	}

	@Test
	void isSeenWhenEveryGatewayShowsIt() throws IOException {
		gateway((request) -> 4);
		gateway((request) -> (request < 3) ? 1 : 4);

		watchSum();

		assertThat(this.asked).hasValueGreaterThanOrEqualTo(3 + 3);
	}

	@Test
	void ignoresAGatewayThatIsAway() throws IOException {
		gateway((request) -> 4);
		gateway((request) -> 4);
		this.gateways.getLast().stop(0);

		watchSum();

		assertThat(this.asked).hasValue(1);
	}

	private void watchSum() {
		Instant accepted = Instant.now();
		try (Freshness freshness = new Freshness(
				new Site(this.gateways.stream().map(FreshnessTests::address).toList()))) {
			freshness.watchSum("a1", 4, accepted);
			assertThat(freshness.delays()).hasSize(1);
		}
	}

	private static URI address(HttpServer gateway) {
		return URI.create("http://127.0.0.1:" + gateway.getAddress().getPort());
	}

	/** Shows a sum that depends on how often it was asked, counted from 1. */
	private void gateway(IntUnaryOperator sum) throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		AtomicInteger requests = new AtomicInteger();
		server.createContext("/", (exchange) -> {
			try (exchange) {
				this.asked.incrementAndGet();
				byte[] body = "{\"sum\": %d}".formatted(sum.applyAsInt(requests.incrementAndGet()))
					.getBytes(StandardCharsets.UTF_8);
				exchange.sendResponseHeaders(200, body.length);
				exchange.getResponseBody().write(body);
			}
		});
		server.start();
		this.gateways.add(server);
	}

}
