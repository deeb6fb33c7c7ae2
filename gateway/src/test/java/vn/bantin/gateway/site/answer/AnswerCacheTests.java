package vn.bantin.gateway.site.answer;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class AnswerCacheTests {

	private final AtomicInteger asked = new AtomicInteger();

	@Test
	void asksOnceForAllThatWait() {
		Sinks.One<Optional<String>> answer = Sinks.one();
		AnswerCache<String> answers = new AnswerCache<>((path) -> {
			this.asked.incrementAndGet();
			return answer.asMono();
		}, Duration.ofMinutes(1));
		Mono<Long> waiting = Flux.range(0, 50).flatMap((i) -> answers.get("/a")).count().cache();
		waiting.subscribe();
		answer.tryEmitValue(Optional.of("x"));
		assertThat(waiting.block()).isEqualTo(50);
		assertThat(this.asked).hasValue(1);
	}

	@Test
	void keepsAnswersApart() {
		AnswerCache<String> answers = answers(Duration.ofMinutes(1));
		assertThat(answers.get("/a").block()).contains("/a 1");
		assertThat(answers.get("/b").block()).contains("/b 2");
		assertThat(answers.get("/a").block()).contains("/a 1");
	}

	@Test
	void asksAgainWhenAnAnswerExpired() {
		AnswerCache<String> answers = answers(Duration.ofMillis(20));
		await().untilAsserted(() -> assertThat(answers.get("/a").block()).contains("/a 2"));
	}

	@Test
	void asksForEachPageWithoutTimeToLive() {
		AnswerCache<String> answers = answers(Duration.ZERO);
		assertThat(answers.get("/a").block()).contains("/a 1");
		assertThat(answers.get("/a").block()).contains("/a 2");
	}

	@Test
	void goesOnAskingWhenThePageThatAskedIsGivenUp() {
		Sinks.One<Optional<String>> answer = Sinks.one();
		AnswerCache<String> answers = new AnswerCache<>((path) -> answer.asMono(), Duration.ofMinutes(1));
		answers.get("/a").subscribe().dispose();
		answer.tryEmitValue(Optional.of("x"));
		assertThat(answers.get("/a").block()).contains("x");
	}

	private AnswerCache<String> answers(Duration timeToLive) {
		return new AnswerCache<>(
				(path) -> Mono.fromSupplier(() -> Optional.of(path + " " + this.asked.incrementAndGet())), timeToLive);
	}

}
