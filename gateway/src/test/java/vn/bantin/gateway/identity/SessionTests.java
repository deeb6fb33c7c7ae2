package vn.bantin.gateway.identity;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.server.WebSession;
import org.springframework.web.server.session.DefaultWebSessionManager;
import org.springframework.web.server.session.InMemoryWebSessionStore;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/** Which requests create sessions, through the whole gateway. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SessionTests {

	@TempDir
	static Path keys;

	private final AtomicInteger made = new AtomicInteger();

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void alone(DynamicPropertyRegistry registry) {
		Map.of("GATEWAY_KEYS_DIR", keys.toString(), "GATEWAY_CREATE_KEYS", "true", "management.server.port", "0")
			.forEach((name, value) -> registry.add(name, () -> value));
	}

	@BeforeEach
	void count(@Autowired DefaultWebSessionManager sessions) {
		sessions.setSessionStore(new InMemoryWebSessionStore() {
			@Override
			public Mono<WebSession> createWebSession() {
				return super.createWebSession().doOnSubscribe((begun) -> SessionTests.this.made.incrementAndGet());
			}
		});
	}

	@Test
	void createsNoneForReaders() {
		ask("/api/articles/a1b2c3d4e5");
		ask("/");
		ask("/.well-known/jwks.json");
		assertThat(this.made).hasValue(0);
	}

	@Test
	void createsOneForALogin() {
		ask("/oauth2/authorization/bantin");
		assertThat(this.made).hasPositiveValue();
	}

	private void ask(String path) {
		WebTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + this.port)
			.build()
			.get()
			.uri(path)
			.header("Accept", "text/html")
			.exchange()
			.expectBody()
			.returnResult();
	}

}
