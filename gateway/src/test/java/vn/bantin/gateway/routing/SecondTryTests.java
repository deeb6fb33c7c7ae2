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
import vn.bantin.gateway.routing.Instance.Day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What is sent once more when an instance is away: reading always, writing only when
 * nothing was sent. Articles have one instance that can leave and one that is there;
 * ratings have one that does what the test says and one that is well; widgets have one
 * only.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "spring.cloud.gateway.server.webflux.httpclient.response-timeout=1s")
class SecondTryTests {

	private static final Instance leaving = new Instance();

	private static final Instance article = new Instance();

	private static final Instance moody = new Instance();

	private static final Instance rating = new Instance();

	private static final Instance widget = new Instance();

	private static final AdvancedClock clock = new AdvancedClock(Clock.systemUTC());

	@TempDir
	static Path keys;

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void behindIt(DynamicPropertyRegistry registry) {
		Map.of("ARTICLE_SERVICE_URLS", leaving.address() + "," + article.address(), "RATING_SERVICE_URLS",
				moody.address() + "," + rating.address(), "WIDGET_SERVICE_URLS", widget.address(), "GATEWAY_KEYS_DIR",
				keys.toString(), "GATEWAY_CREATE_KEYS", "true", "management.server.port", "0")
			.forEach((name, value) -> registry.add(name, () -> value));
	}

	@AfterAll
	static void close() {
		List.of(leaving, article, moody, rating, widget).forEach(Instance::close);
	}

	/** Whoever was left out in another test has been back for a while. */
	@BeforeEach
	void startAGoodDay() {
		leaving.comeBack();
		List.of(leaving, article, moody, rating, widget).forEach((it) -> it.on(Day.GOOD));
		clock.advance(Duration.ofMinutes(1));
		statusesUntilAsked(leaving, "GET", "/api/articles/a1b2c3d4e5");
		statusesUntilAsked(moody, "GET", "/api/articles/a1b2c3d4e5/rating");
		clock.advance(Duration.ofMinutes(1));
		List.of(leaving, article, moody, rating).forEach((it) -> it.on(Day.GOOD));
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
		moody.on(Day.CLOSES_WITHOUT_ANSWER);

		assertThat(statusesUntilAsked(moody, "GET", "/api/articles/a1b2c3d4e5/rating")).containsOnly(200);
	}

	@Test
	void writesNothingTwiceWhenAnInstanceGoesAwayInTheMiddle() {
		moody.on(Day.CLOSES_WITHOUT_ANSWER);

		List<Integer> statuses = statusesUntilAsked(moody, "PUT", "/api/articles/a1b2c3d4e5/rating/mine");

		assertThat(statuses.getLast()).isEqualTo(503);
		assertThat(moody.asked()).hasSize(1);
		assertThat(rating.asked()).hasSize(statuses.size() - 1);
	}

	@Test
	void readsAtAnotherInstanceWhenOneHangsAndLeavesThatOneOut() {
		moody.on(Day.HANGS);

		assertThat(statusesUntilAsked(moody, "GET", "/api/articles/a1b2c3d4e5/rating")).containsOnly(200);
		assertThat(status("GET", "/api/articles/a1b2c3d4e5/rating")).isEqualTo(200);
		assertThat(moody.asked()).hasSize(1);
	}

	@Test
	void asksTheOnlyInstanceNoSecondTimeWhenItHangs() {
		widget.on(Day.HANGS);

		assertThat(status("GET", "/api/widgets/exchange-rates")).isEqualTo(503);
		assertThat(widget.asked()).hasSize(1);
	}

	@Test
	void readsAtAnotherInstanceWhenOneCannotAnswer() {
		moody.on(Day.CANNOT_ANSWER);

		assertThat(statusesUntilAsked(moody, "GET", "/api/articles/a1b2c3d4e5/rating")).containsOnly(200);
	}

	@Test
	void asksTheOnlyInstanceNoSecondTimeWhenItCannotAnswer() {
		widget.on(Day.CANNOT_ANSWER);

		assertThat(status("GET", "/api/widgets/exchange-rates")).isEqualTo(503);
		assertThat(widget.asked()).hasSize(1);
	}

	@Test
	void readsAgainAtTheOnlyInstanceWhenOthersHadTheirAnswersMeanwhile() throws Exception {
		widget.on(Day.HANGS_ONCE);
		FutureTask<Integer> unlucky = new FutureTask<>(() -> status("GET", "/api/widgets/exchange-rates"));
		Thread.ofVirtual().start(unlucky);
		await().until(() -> widget.asked().size() == 1);

		assertThat(status("GET", "/api/widgets/exchange-rates")).isEqualTo(200);

		assertThat(unlucky.get(20, TimeUnit.SECONDS)).isEqualTo(200);
		assertThat(widget.asked()).hasSize(3);
	}

	@Test
	void leavesAloneWhoSaysGoodbye() {
		moody.on(Day.SAYS_GOODBYE);

		assertThat(statusesUntilAsked(moody, "PUT", "/api/articles/a1b2c3d4e5/rating/mine")).doesNotContain(503);
		assertThat(status("PUT", "/api/articles/a1b2c3d4e5/rating/mine")).isNotEqualTo(503);
		assertThat(status("PUT", "/api/articles/a1b2c3d4e5/rating/mine")).isNotEqualTo(503);
		assertThat(moody.asked()).hasSize(1);
	}

	private List<Integer> statusesUntilAsked(Instance instance, String method, String path) {
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
