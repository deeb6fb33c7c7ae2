package vn.bantin.drills.newspaper;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SiteTests {

	private final AtomicInteger first = new AtomicInteger();

	private final AtomicInteger second = new AtomicInteger();

	@Test
	void usesGatewaysInTurn() throws IOException {
		HttpServer one = gateway(0, this.first);
		HttpServer two = gateway(0, this.second);
		try {
			ask(new Site(List.of(address(one), address(two))), 100);
			assertThat(this.first).hasValue(50);
			assertThat(this.second).hasValue(50);
		}
		finally {
			one.stop(0);
			two.stop(0);
		}
	}

	@Test
	void skipsAnAbsentGatewayAndSparesItWhenItIsBack() throws IOException {
		HttpServer one = gateway(0, this.first);
		HttpServer two = gateway(0, this.second);
		try {
			Site site = new Site(List.of(address(one), address(two)));
			int port = two.getAddress().getPort();
			two.stop(0);
			ask(site, 10);
			assertThat(this.first).hasValue(10);
			two = gateway(port, this.second);
			ask(site, 100);
			assertThat(this.second.get()).isBetween(1, 40);
			assertThat(this.first.get() + this.second.get()).isEqualTo(110);
		}
		finally {
			one.stop(0);
			two.stop(0);
		}
	}

	private static void ask(Site site, int times) {
		for (int i = 0; i < times; i++) {
			assertThat(site.get("/").status()).isEqualTo(200);
		}
	}

	private static URI address(HttpServer gateway) {
		return URI.create("http://127.0.0.1:" + gateway.getAddress().getPort());
	}

	private static HttpServer gateway(int port, AtomicInteger asked) throws IOException {
		HttpServer gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
		gateway.createContext("/", (exchange) -> {
			asked.incrementAndGet();
			exchange.sendResponseHeaders(200, -1);
			exchange.close();
		});
		gateway.start();
		return gateway;
	}

}
