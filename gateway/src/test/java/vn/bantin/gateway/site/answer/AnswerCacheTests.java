package vn.bantin.gateway.site.answer;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import vn.bantin.gateway.change.Change;
import vn.bantin.gateway.change.Tag;
import vn.bantin.gateway.change.TestChanges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Parts that many pages show are fetched once, and again when they may have changed. */
class AnswerCacheTests {

	private final AtomicInteger asked = new AtomicInteger();

	private final TestChanges changes = new TestChanges();

	private volatile boolean away;

	@Test
	void asksOnceForAllThatWait() {
		Sinks.One<Part<String>> answer = Sinks.one();
		AnswerCache<String> parts = new AnswerCache<>((path) -> {
			this.asked.incrementAndGet();
			return answer.asMono();
		}, limits(Duration.ofMinutes(1)), this.changes);
		Mono<Long> waiting = Flux.range(0, 50).flatMap((i) -> parts.get("/a")).count().cache();
		waiting.subscribe();
		answer.tryEmitValue(part("x"));
		assertThat(waiting.block()).isEqualTo(50);
		assertThat(this.asked).hasValue(1);
	}

	@Test
	void keepsPartsApart() {
		AnswerCache<String> parts = parts(Duration.ofMinutes(1));
		assertThat(get(parts, "/a")).contains("/a 1");
		assertThat(get(parts, "/b")).contains("/b 2");
		assertThat(get(parts, "/a")).contains("/a 1");
	}

	@Test
	void asksAgainWhenAPartExpired() {
		AnswerCache<String> parts = parts(Duration.ofMillis(20));
		await().untilAsserted(() -> assertThat(get(parts, "/a")).contains("/a 2"));
	}

	@Test
	void asksForEachPageWithoutTimeToLive() {
		AnswerCache<String> parts = parts(Duration.ZERO);
		assertThat(get(parts, "/a")).contains("/a 1");
		assertThat(get(parts, "/a")).contains("/a 2");
	}

	@Test
	void asksAgainAfterAChange() {
		AnswerCache<String> parts = parts(Duration.ofMinutes(1));
		assertThat(get(parts, "/a")).contains("/a 1");
		this.changes.tally("a1", 2, "{}");
		assertThat(get(parts, "/a")).contains("/a 1");
		this.changes.article("b2", 2, Change.Article.Kind.UPDATED);
		assertThat(get(parts, "/a")).contains("/a 2");
	}

	@Test
	void asksSoonWithoutWordOfChanges() {
		AnswerCache<String> parts = parts(Duration.ofMinutes(1));
		this.changes.current(false);
		await().untilAsserted(() -> assertThat(get(parts, "/a")).contains("/a 2"));
	}

	@Test
	void givesTheLastGoodPartWhileThereIsNone() {
		AnswerCache<String> parts = parts(Duration.ZERO);
		assertThat(get(parts, "/a")).contains("/a 1");
		this.away = true;
		assertThat(get(parts, "/a")).contains("/a 1");
		assertThat(get(parts, "/b")).isEmpty();
	}

	@Test
	void neverGivesAPartThatShowsWhatIsGone() {
		AnswerCache<String> parts = parts(Duration.ZERO);
		assertThat(get(parts, "/a")).contains("/a 1");
		this.away = true;
		this.changes.article("other", 2, Change.Article.Kind.RETRACTED);
		assertThat(get(parts, "/a")).contains("/a 1");
		this.changes.article("a1", 2, Change.Article.Kind.RETRACTED);
		assertThat(get(parts, "/a")).isEmpty();
	}

	@Test
	void goesOnAskingWhenThePageThatAskedIsGivenUp() {
		Sinks.One<Part<String>> answer = Sinks.one();
		AnswerCache<String> parts = new AnswerCache<>((path) -> answer.asMono(), limits(Duration.ofMinutes(1)),
				this.changes);
		parts.get("/a").subscribe().dispose();
		answer.tryEmitValue(part("x"));
		assertThat(get(parts, "/a")).contains("x");
	}

	private AnswerCache<String> parts(Duration timeToLive) {
		return new AnswerCache<>(
				(path) -> Mono.fromSupplier(
						() -> this.away ? Part.<String>missing() : part(path + " " + this.asked.incrementAndGet())),
				limits(timeToLive), this.changes);
	}

	private static AnswerProperties limits(Duration sharedFor) {
		Duration second = Duration.ofSeconds(1);
		return new AnswerProperties(second, second, second, sharedFor, Duration.ofHours(1));
	}

	private static Optional<String> get(AnswerCache<String> parts, String path) {
		return Objects.requireNonNull(parts.get(path).block()).value();
	}

	private static Part<String> part(String value) {
		return new Part<>(Optional.of(value), List.of(Tag.article("a1")), false);
	}

}
