package vn.bantin.gateway.routing;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.bantin.gateway.AdvancedClock;
import vn.bantin.gateway.routing.StubInstance.Behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What is sent once more when an instance is away: reading always, writing only when
 * nothing was sent. Articles have one instance that can leave and one that is there;
 * ratings have one that does what the test says and one that is well; widgets have one
 * only.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.cloud.gateway.server.webflux.httpclient.response-timeout=1s", "bantin.memory.size=0" })
class SecondTryTests {

	private static final StubInstance leaving = new StubInstance();

	private static final StubInstance article = new StubInstance();

	private static final StubInstance faulty = new StubInstance();

	private static final StubInstance rating = new StubInstance();

	private static final StubInstance widget = new StubInstance();

	private static final AdvancedClock clock = new AdvancedClock(Clock.systemUTC());

	@TempDir
	static Path keys;

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void behindIt(DynamicPropertyRegistry registry) {
		Map.of("ARTICLE_SERVICE_URLS", leaving.address() + "," + article.address(), "RATING_SERVICE_URLS",
				faulty.address() + "," + rating.address(), "WIDGET_SERVICE_URLS", widget.address(), "GATEWAY_KEYS_DIR",
				keys.toString(), "GATEWAY_CREATE_KEYS", "true", "management.server.port", "0")
			.forEach((name, value) -> registry.add(name, () -> value));
	}

	@AfterAll
	static void close() {
		List.of(leaving, article, faulty, rating, widget).forEach(StubInstance::close);
	}

	/** An instance that another test made leave out has its whole share again. */
	@BeforeEach
	void letAllBeWell() {
		leaving.comeBack();
		List.of(leaving, article, faulty, rating, widget).forEach((it) -> it.behave(Behaviour.WELL));
		clock.advance(Duration.ofMinutes(1));
		statusesUntilAsked(leaving, "GET", "/api/articles/a1b2c3d4e5");
		statusesUntilAsked(faulty, "GET", "/api/articles/a1b2c3d4e5/rating");
		clock.advance(Duration.ofMinutes(1));
		List.of(leaving, article, faulty, rating).forEach((it) -> it.behave(Behaviour.WELL));
	}

	@Test
	void readsAtAnotherInstanceWhenOneIsAway() {
		leaving.leave();

		for (int i = 0; i < 4; i++) {
			assertThat(status("GET", "/api/articles/a1b2c3d4e5")).isEqualTo(200);
		}
		assertThat(article.asked()).hasSize(4);
	}

	@Test
	void writesAtAnotherInstanceWhenOneRefusesTheConnection() {
		leaving.leave();

		for (int i = 0; i < 4; i++) {
			assertThat(status("PUT", "/api/articles/a1b2c3d4e5")).isNotEqualTo(503);
		}
		assertThat(article.asked()).hasSize(4).containsOnly("PUT {\"stars\": 3}");
	}

	@Test
	void readsAtAnotherInstanceWhenOneGoesAwayInTheMiddle() {
		faulty.behave(Behaviour.CLOSES_WITHOUT_ANSWER);

		assertThat(statusesUntilAsked(faulty, "GET", "/api/articles/a1b2c3d4e5/rating")).containsOnly(200);
	}

	@Test
	void writesNothingTwiceWhenAnInstanceGoesAwayInTheMiddle() {
		faulty.behave(Behaviour.CLOSES_WITHOUT_ANSWER);

		List<Integer> statuses = statusesUntilAsked(faulty, "PUT", "/api/articles/a1b2c3d4e5/rating/mine");

		assertThat(statuses.getLast()).isEqualTo(503);
		assertThat(faulty.asked()).hasSize(1);
		assertThat(rating.asked()).hasSize(statuses.size() - 1);
	}

	@Test
	void readsAtAnotherInstanceWhenOneHangsAndLeavesThatOneOut() {
		faulty.behave(Behaviour.HANGS);

		assertThat(statusesUntilAsked(faulty, "GET", "/api/articles/a1b2c3d4e5/rating")).containsOnly(200);
		assertThat(status("GET", "/api/articles/a1b2c3d4e5/rating")).isEqualTo(200);
		assertThat(faulty.asked()).hasSize(1);
	}

	@Test
	void asksTheOnlyInstanceNoSecondTimeWhenItHangs() {
		widget.behave(Behaviour.HANGS);

		assertThat(status("GET", "/api/widgets/exchange-rates")).isEqualTo(503);
		assertThat(widget.asked()).hasSize(1);
	}

	@Test
	void readsAtAnotherInstanceWhenOneCannotAnswer() {
		faulty.behave(Behaviour.CANNOT_ANSWER);

		assertThat(statusesUntilAsked(faulty, "GET", "/api/articles/a1b2c3d4e5/rating")).containsOnly(200);
	}

	@Test
	void asksTheOnlyInstanceNoSecondTimeWhenItCannotAnswer() {
		widget.behave(Behaviour.CANNOT_ANSWER);

		assertThat(status("GET", "/api/widgets/exchange-rates")).isEqualTo(503);
		assertThat(widget.asked()).hasSize(1);
	}

	@Test
	void readsAgainAtTheOnlyInstanceWhenOthersHadTheirAnswersMeanwhile() throws Exception {
		widget.behave(Behaviour.HANGS_ONCE);
		FutureTask<Integer> unlucky = new FutureTask<>(() -> status("GET", "/api/widgets/exchange-rates"));
		Thread.ofVirtual().start(unlucky);
		await().until(() -> widget.asked().size() == 1);

		assertThat(status("GET", "/api/widgets/exchange-rates?another")).isEqualTo(200);

		assertThat(unlucky.get(20, TimeUnit.SECONDS)).isEqualTo(200);
		assertThat(widget.asked()).hasSize(3);
	}

	@Test
	void leavesOutAnInstanceThatIsDraining() {
		faulty.behave(Behaviour.DRAINS);

		assertThat(statusesUntilAsked(faulty, "PUT", "/api/articles/a1b2c3d4e5/rating/mine")).doesNotContain(503);
		assertThat(status("PUT", "/api/articles/a1b2c3d4e5/rating/mine")).isNotEqualTo(503);
		assertThat(status("PUT", "/api/articles/a1b2c3d4e5/rating/mine")).isNotEqualTo(503);
		assertThat(faulty.asked()).hasSize(1);
	}

	private List<Integer> statusesUntilAsked(StubInstance instance, String method, String path) {
		List<Integer> statuses = new ArrayList<>();
		await().pollDelay(Duration.ZERO).until(() -> {
			statuses.add(status(method, path));
			return !instance.asked().isEmpty();
		});
		return statuses;
	}

	private int status(String method, String path) {
		WebTestClient.RequestBodySpec request = WebTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + this.port)
			.responseTimeout(Duration.ofSeconds(20))
			.build()
			.method(HttpMethod.valueOf(method))
			.uri(path);
		if (!method.equals("GET")) {
			request.contentType(MediaType.APPLICATION_JSON).bodyValue("{\"stars\": 3}");
		}
		return request.exchange().expectBody().returnResult().getStatus().value();
	}

	@TestConfiguration
	static class Time {

		@Bean
		@Primary
		Clock advancedClock() {
			return clock;
		}

	}

}
