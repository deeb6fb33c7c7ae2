package vn.bantin.gateway.site;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SharedTests {

	private final AtomicInteger asked = new AtomicInteger();

	@Test
	void asksOnceForAllWhoWait() {
		Sinks.One<Optional<String>> answer = Sinks.one();
		Shared<String> parts = new Shared<>((path) -> {
			this.asked.incrementAndGet();
			return answer.asMono();
		}, Duration.ofMinutes(1));
		Mono<Long> waiting = Flux.range(0, 50).flatMap((i) -> parts.get("/a")).count().cache();
		waiting.subscribe();
		answer.tryEmitValue(Optional.of("x"));
		assertThat(waiting.block()).isEqualTo(50);
		assertThat(this.asked).hasValue(1);
	}

	@Test
	void keepsPartsApart() {
		Shared<String> parts = parts(Duration.ofMinutes(1));
		assertThat(parts.get("/a").block()).contains("/a 1");
		assertThat(parts.get("/b").block()).contains("/b 2");
		assertThat(parts.get("/a").block()).contains("/a 1");
	}

	@Test
	void asksAgainAfterTheMoment() {
		Shared<String> parts = parts(Duration.ofMillis(20));
		await().untilAsserted(() -> assertThat(parts.get("/a").block()).contains("/a 2"));
	}

	@Test
	void asksForEachPageWithoutMoment() {
		Shared<String> parts = parts(Duration.ZERO);
		assertThat(parts.get("/a").block()).contains("/a 1");
		assertThat(parts.get("/a").block()).contains("/a 2");
	}

	@Test
	void goesOnAskingWhenThePageThatAskedIsGivenUp() {
		Sinks.One<Optional<String>> answer = Sinks.one();
		Shared<String> parts = new Shared<>((path) -> answer.asMono(), Duration.ofMinutes(1));
		parts.get("/a").subscribe().dispose();
		answer.tryEmitValue(Optional.of("x"));
		assertThat(parts.get("/a").block()).contains("x");
	}

	private Shared<String> parts(Duration moment) {
		return new Shared<>((path) -> Mono.fromSupplier(() -> Optional.of(path + " " + this.asked.incrementAndGet())),
				moment);
	}

}
