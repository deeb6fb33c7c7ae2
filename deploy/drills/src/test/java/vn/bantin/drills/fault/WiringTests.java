package vn.bantin.drills.fault;

import java.io.IOException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WiringTests {

	private final Wiring wiring = new Wiring(7);

	private LineServer server;

	@BeforeEach
	void start() throws IOException {
		this.server = new LineServer();
	}

	@AfterEach
	void stop() {
		this.wiring.close();
		this.server.close();
	}

	@Test
	void putsOneProxyBetweenTwoParts() {
		int port = this.wiring.port("rating-service", "kafka", this.server.port());
		assertThat(port).isNotEqualTo(this.server.port());
		assertThat(this.wiring.port("rating-service", "kafka", this.server.port())).isEqualTo(port);
		assertThat(this.wiring.port("rating-service-2", "kafka", this.server.port())).isNotEqualTo(port);
	}

	@Test
	void findsTheProxiesOfAllInstances() {
		this.wiring.port("rating-service", "kafka", this.server.port());
		this.wiring.port("rating-service-2", "kafka", this.server.port());
		this.wiring.port("rating-service", "mongodb", this.server.port());
		this.wiring.port("article-service", "kafka", this.server.port());
		assertThat(this.wiring.between("rating-service", "kafka")).hasSize(2);
		assertThat(this.wiring.between("rating-service-2", "kafka")).hasSize(1);
		assertThat(this.wiring.between("", "kafka")).hasSize(3);
	}

	@Test
	void refusesToBreakWhatDoesNotExist() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.wiring.between("gateway", "mongodb"))
			.withMessage("Nothing connects gateway to mongodb");
	}

	@Test
	void mendsAll() throws IOException {
		int port = this.wiring.port("gateway", "rating-service", this.server.port());
		this.wiring.between("gateway", "").forEach((proxy) -> proxy.set(new Fault.Cut()));
		try (LineClient client = new LineClient(port)) {
			assertThat(client.receive()).isEqualTo("gone");
		}
		this.wiring.mend();
		try (LineClient client = new LineClient(port)) {
			assertThat(client.ask("hello")).isEqualTo("re:hello");
		}
	}

}
