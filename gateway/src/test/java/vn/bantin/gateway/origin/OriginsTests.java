package vn.bantin.gateway.origin;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.handler.timeout.ReadTimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import vn.bantin.gateway.AdvancedClock;
import vn.bantin.gateway.origin.Origins.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/** The rules of the way inward. Articles have two instances, ratings one. */
class OriginsTests {

	private static final URI A = URI.create("http://127.0.0.1:1");

	private static final URI B = URI.create("http://127.0.0.1:2");

	private static final Throwable UNREACHABLE = new ConnectException();

	private static final Throwable BROKEN = new IOException();

	private static final Throwable LATE = ReadTimeoutException.INSTANCE;

	private final AdvancedClock clock = new AdvancedClock(Clock.systemUTC());

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final Origins origins = new Origins(
			Map.of(Origin.ARTICLE, Service.of(Origin.ARTICLE, List.of(A, B), this.clock, this.meters), Origin.RATING,
					Service.of(Origin.RATING, List.of(A), this.clock, this.meters)),
			this.clock);

	private final List<URI> asked = new ArrayList<>();

	/** What instances reply, one after the other; then they are well. */
	private final Deque<Mono<Answer>> replies = new ArrayDeque<>();

	enum Failing {

		UNREACHABLE(new ConnectException()), BROKEN(new IOException()), LATE(ReadTimeoutException.INSTANCE),

		/** No connection of the pool became free in time. */
		EXHAUSTED(new TimeoutException()),

		/** The form of a routed request. */
		LATE_ROUTED(new ResponseStatusException(HttpStatus.GATEWAY_TIMEOUT));

		private final Throwable thrown;

		Failing(Throwable thrown) {
			this.thrown = thrown;
		}

	}

	@BeforeEach
	void takeTurns() {
		assertThat(status(Origin.ARTICLE, HttpMethod.GET)).isEqualTo(200);
		assertThat(status(Origin.ARTICLE, HttpMethod.GET)).isEqualTo(200);
		this.asked.clear();
		this.clock.advance(Duration.ofMinutes(1));
	}

	@Test
	void asksInTurn() {
		for (int i = 0; i < 4; i++) {
			status(Origin.ARTICLE, HttpMethod.POST);
		}
		assertThat(this.asked).containsExactly(A, B, A, B);
	}

	@ParameterizedTest
	@EnumSource
	void readsAtAnotherInstanceAndLeavesOutTheOneThatFailed(Failing failing) {
		this.replies.add(Mono.error(failing.thrown));
		assertThat(status(Origin.ARTICLE, HttpMethod.GET)).isEqualTo(200);
		assertThat(this.asked).containsExactly(A, B);
		assertThat(leftOut()).isEqualTo(1);
	}

	@ParameterizedTest
	@EnumSource
	void triesOnlyTwice(Failing failing) {
		this.replies.add(Mono.error(failing.thrown));
		this.replies.add(Mono.error(failing.thrown));
		assertThat(failure(Origin.ARTICLE, HttpMethod.GET)).isSameAs(failing.thrown);
		assertThat(this.asked).hasSize(2);
	}

	@Test
	void writesAtAnotherInstanceWhenTheConnectionWasRefused() {
		this.replies.add(Mono.error(UNREACHABLE));
		assertThat(status(Origin.ARTICLE, HttpMethod.PUT)).isEqualTo(200);
		assertThat(this.asked).containsExactly(A, B);
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNREACHABLE")
	void writesNothingTwiceThatMayHaveBeenSent(Failing failing) {
		this.replies.add(Mono.error(failing.thrown));
		assertThat(failure(Origin.ARTICLE, HttpMethod.PUT)).isSameAs(failing.thrown);
		assertThat(this.asked).hasSize(1);
		assertThat(leftOut()).isEqualTo(1);
	}

	@Test
	void readsAgainAtTheOnlyInstanceWhenTheConnectionBroke() {
		this.replies.add(Mono.error(BROKEN));
		assertThat(status(Origin.RATING, HttpMethod.GET)).isEqualTo(200);
		assertThat(this.asked).containsExactly(A, A);
	}

	@ParameterizedTest
	@EnumSource(names = "BROKEN", mode = EnumSource.Mode.EXCLUDE)
	void asksTheOnlyInstanceNoSecondTimeWhenItIsAwayOrLate(Failing failing) {
		this.replies.add(Mono.error(failing.thrown));
		assertThat(failure(Origin.RATING, HttpMethod.GET)).isSameAs(failing.thrown);
		assertThat(this.asked).hasSize(1);
	}

	@Test
	void readsAgainAtAnInstanceThatAnsweredOthersMeanwhile() {
		this.replies.add(Mono.defer(() -> {
			this.clock.advance(Duration.ofSeconds(1));
			status(Origin.RATING, HttpMethod.GET);
			return Mono.error(LATE);
		}));
		assertThat(status(Origin.RATING, HttpMethod.GET)).isEqualTo(200);
		assertThat(this.asked).containsExactly(A, A, A);
		assertThat(this.meters.get("bantin.gateway.left.out").tag("service", "rating-service").gauge().value())
			.isZero();
	}

	@Test
	void readsOnceMoreAfter503WhereThereAreSeveral() {
		this.replies.add(Mono.just(new Answer(503, null)));
		assertThat(status(Origin.ARTICLE, HttpMethod.GET)).isEqualTo(200);
		assertThat(this.asked).containsExactly(A, B);
	}

	@Test
	void repliesWhatASecondInstanceThatCannotServeReplied() {
		this.replies.add(Mono.just(new Answer(503, null)));
		this.replies.add(Mono.just(new Answer(503, null)));
		assertThat(status(Origin.ARTICLE, HttpMethod.GET)).isEqualTo(503);
		assertThat(this.asked).containsExactly(A, B);
	}

	@Test
	void writesNothingTwiceAfter503() {
		this.replies.add(Mono.just(new Answer(503, null)));
		assertThat(status(Origin.ARTICLE, HttpMethod.PUT)).isEqualTo(503);
		assertThat(this.asked).hasSize(1);
	}

	@Test
	void readsNothingTwiceAfter503OfTheOnlyInstance() {
		this.replies.add(Mono.just(new Answer(503, null)));
		assertThat(status(Origin.RATING, HttpMethod.GET)).isEqualTo(503);
		assertThat(this.asked).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "PUT" })
	void leavesOutAnInstanceThatIsDraining(String method) {
		this.replies.add(Mono.just(new Answer(200, "close")));
		for (int i = 0; i < 4; i++) {
			status(Origin.ARTICLE, HttpMethod.valueOf(method));
		}
		assertThat(this.asked).containsExactly(A, B, B, B);
	}

	@Test
	void blamesNoInstanceForAFaultOfOurs() {
		IllegalStateException fault = new IllegalStateException();
		this.replies.add(Mono.error(fault));
		assertThat(failure(Origin.ARTICLE, HttpMethod.GET)).isSameAs(fault);
		assertThat(this.asked).hasSize(1);
		assertThat(leftOut()).isZero();
	}

	@Test
	void sendsOnlyAFewWhileAServiceIsAway() {
		for (int i = 0; i < 100; i++) {
			this.replies.add(Mono.error(UNREACHABLE));
			assertThat(failure(Origin.RATING, HttpMethod.GET))
				.satisfiesAnyOf((thrown) -> assertThat(thrown).isSameAs(UNREACHABLE), OriginsTests::isRefusal);
			this.replies.clear();
		}
		assertThat(this.asked).hasSizeBetween(5, 50);
		assertThat(refused("read")).isEqualTo(100.0 - this.asked.size());
	}

	@Test
	void throttlesReadsAndWritesApart() {
		for (int i = 0; i < 100; i++) {
			this.replies.add(Mono.error(UNREACHABLE));
			assertThat(failure(Origin.RATING, HttpMethod.PUT)).isNotInstanceOf(AssertionError.class);
			this.replies.clear();
		}
		assertThat(status(Origin.RATING, HttpMethod.GET)).isEqualTo(200);
		assertThat(status(Origin.RATING, HttpMethod.HEAD)).isEqualTo(200);
		assertThat(refused("write")).isPositive();
		assertThat(refused("read")).isZero();
	}

	private static void isRefusal(@Nullable Throwable thrown) {
		assertThat(thrown).isInstanceOfSatisfying(ErrorResponse.class, (response) -> {
			assertThat(response.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
			assertThat(response.getBody().getType()).hasToString("/problems/unavailable");
		});
	}

	private double leftOut() {
		return this.meters.get("bantin.gateway.left.out").tag("service", "article-service").gauge().value();
	}

	private double refused(String kind) {
		return this.meters.get("bantin.gateway.refused")
			.tags("service", "rating-service", "kind", kind)
			.counter()
			.count();
	}

	private @Nullable Integer status(Origin origin, HttpMethod method) {
		return send(origin, method).block();
	}

	private @Nullable Throwable failure(Origin origin, HttpMethod method) {
		return send(origin, method).<Throwable>map((status) -> new AssertionError("Replied " + status))
			.onErrorResume(Mono::just)
			.block();
	}

	private Mono<Integer> send(Origin origin, HttpMethod method) {
		return this.origins.send(origin, method, (instance) -> {
			this.asked.add(instance);
			Mono<Answer> reply = this.replies.poll();
			return (reply != null) ? reply : Mono.just(new Answer(200, null));
		}).map(Answer::status);
	}

	private record Answer(int status, @Nullable String connection) implements Reply {
	}

}
