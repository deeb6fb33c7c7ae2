package vn.bantin.gateway.cache;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.gateway.change.Change;
import vn.bantin.gateway.change.Tag;
import vn.bantin.gateway.change.TestChanges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How an answer is made for all who wait, and what may come in between. */
class FillsTests {

	private static final CacheKey KEY = new CacheKey("/api/articles/a1", "", "");

	private final AtomicLong time = new AtomicLong(1);

	private final Memory memory = new Memory(1_000_000, this.time::incrementAndGet);

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final TestChanges changes = new TestChanges();

	private final AtomicInteger made = new AtomicInteger();

	private volatile Mono<Captured> answer = Mono.just(captured(HttpStatus.OK, "{\"revision\":1}"));

	private final Fills fills = new Fills(this.memory, new Keeping(false, this.time::incrementAndGet),
			(key, dependencies) -> {
				this.made.incrementAndGet();
				return this.answer;
			}, JsonMapper.builder().build(), this.changes, this.time::incrementAndGet, Schedulers.immediate(),
			new MemoryMeters(this.memory, this.meters));

	@AfterEach
	void free() {
		this.memory.close();
	}

	@Test
	void makesAnAnswerOnceHoweverManyWait() {
		Sinks.One<Captured> coming = Sinks.one();
		this.answer = coming.asMono();
		Mono<List<Filled>> waiting = Flux.range(0, 500).flatMap((i) -> this.fills.fill(KEY), 500).collectList().cache();
		waiting.subscribe();
		assertThat(this.fills.isUnderWay(KEY)).isTrue();
		coming.tryEmitValue(captured(HttpStatus.OK, "{}"));
		assertThat(waiting.block()).hasSize(500);
		assertThat(this.made).hasValue(1);
		assertThat(this.fills.isUnderWay(KEY)).isFalse();
		assertThat(this.memory.find(KEY)).isNotNull();
	}

	@Test
	void goesOnWhenWhoAskedHasGone() {
		Sinks.One<Captured> coming = Sinks.one();
		this.answer = coming.asMono();
		this.fills.fill(KEY).subscribe().dispose();
		coming.tryEmitValue(captured(HttpStatus.OK, "{}"));
		assertThat(this.memory.find(KEY)).isNotNull();
	}

	@Test
	void makesTheAnswerAgainThatARetractionHasOvertaken() {
		this.answer = Mono.fromSupplier(() -> {
			if (this.made.get() == 1) {
				retract();
			}
			return captured((this.made.get() == 1) ? HttpStatus.OK : HttpStatus.GONE, "{}");
		});
		Filled filled = fill();
		assertThat(filled.captured().status()).isEqualTo(HttpStatus.GONE);
		assertThat(kept().status().code()).isEqualTo(410);
	}

	@Test
	void doesNotLetAnybodyWaitForWhatBeganBeforeARetraction() {
		Sinks.One<Captured> before = Sinks.one();
		this.answer = before.asMono();
		this.fills.fill(KEY).subscribe((filled) -> {
		}, (late) -> {
		});
		retract();
		this.answer = Mono.just(captured(HttpStatus.GONE, "{}"));
		assertThat(fill().captured().status()).isEqualTo(HttpStatus.GONE);
	}

	@Test
	void keepsAsOldWhatAnUpdateHasOvertaken() {
		this.answer = Mono.fromSupplier(() -> {
			tell(Change.Article.Kind.UPDATED);
			return captured(HttpStatus.OK, "{\"revision\":1}");
		});
		fill();
		assertThat(kept().state(this.time.get(), true)).isEqualTo(CachedAnswer.State.STALE);
	}

	@Test
	void asksAgainWhereAnInstanceHasNotHeardOfAChange() {
		tell(Change.Article.Kind.UPDATED);
		this.answer = Mono.fromSupplier(() -> (this.made.get() == 1) ? behind() : captured(HttpStatus.OK, "{}"));
		assertThat(fill().captured().headers().containsHeader("X-Behind")).isFalse();
		assertThat(kept().status().code()).isEqualTo(200);
	}

	@Test
	void showsNobodyWhatIsKnownToBeGone() {
		retract();
		this.answer = Mono.fromSupplier(() -> (this.made.get() == 1) ? behind() : captured(HttpStatus.GONE, "{}"));
		assertThat(fill().captured().status()).isEqualTo(HttpStatus.GONE);
		this.answer = Mono.fromSupplier(FillsTests::behind);
		assertThatThrownBy(this::fill).isInstanceOfSatisfying(ResponseStatusException.class,
				(late) -> assertThat(late.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE));
	}

	private static Captured behind() {
		Captured behind = captured(HttpStatus.OK, "{\"revision\":1}");
		behind.headers().set("X-Behind", "true");
		return behind;
	}

	@Test
	void doesNotKeepWhatIsBehindAChange() {
		Captured behind = captured(HttpStatus.OK, "{\"revision\":1}");
		behind.headers().set("X-Behind", "true");
		this.answer = Mono.just(behind);
		tell(Change.Article.Kind.UPDATED);
		assertThat(fill().kept()).isNull();
		assertThat(this.memory.find(KEY)).isNull();
		assertThat(this.meters.get("bantin.gateway.memory.behind").counter().count()).isOne();
	}

	@Test
	void doesNotKeepWhatIsOlderThanTheTopicTold() {
		this.changes.article("a1", 3, Change.Article.Kind.UPDATED);
		tell(Change.Article.Kind.UPDATED);
		this.answer = Mono.just(captured(HttpStatus.OK, "{\"revision\":2}"));
		assertThat(fill().kept()).isNull();
		this.answer = Mono.just(captured(HttpStatus.OK, "{\"revision\":3}"));
		assertThat(fill().kept()).isNotNull();
	}

	@Test
	void keepsWhatIsBehindChangesOfOthersOnly() {
		Captured behind = captured(HttpStatus.OK, "{\"revision\":1}");
		behind.headers().set("X-Behind", "true");
		this.answer = Mono.just(behind);
		assertThat(fill().kept()).isNotNull();
	}

	@Test
	void keepsTheLastGoodAnswerWhenThereIsNone() {
		fill();
		CachedAnswer good = kept();
		tell(Change.Article.Kind.UPDATED);
		this.answer = Mono.just(captured(HttpStatus.SERVICE_UNAVAILABLE, "{}"));
		this.fills.refresh(KEY);
		assertThat(this.memory.find(KEY)).isSameAs(good);
		assertThat(good.state(this.time.get() + 2_000_000_000L, true)).isEqualTo(CachedAnswer.State.EXPIRED);
		assertThat(good.state(this.time.get(), true)).isEqualTo(CachedAnswer.State.ON_ERROR);
	}

	@Test
	void failsForAllWhenNothingIsAnswered() {
		this.answer = Mono.error(new IllegalStateException("away"));
		assertThatThrownBy(() -> fill()).hasMessage("away");
		this.answer = Mono.just(captured(HttpStatus.OK, "{}"));
		assertThat(fill().kept()).isNotNull();
	}

	@Test
	void keepsWhatIsForEverybodyOnly() {
		for (String control : List.of("private", "no-store", "no-cache, private")) {
			Captured own = captured(HttpStatus.OK, "{}");
			own.headers().setCacheControl(control);
			this.answer = Mono.just(own);
			assertThat(fill().kept()).isNull();
		}
		Captured cookie = captured(HttpStatus.OK, "{}");
		cookie.headers().set(HttpHeaders.SET_COOKIE, "a=b");
		this.answer = Mono.just(cookie);
		assertThat(fill().kept()).isNull();
	}

	private Filled fill() {
		return Objects.requireNonNull(this.fills.fill(KEY).block());
	}

	private CachedAnswer kept() {
		return Objects.requireNonNull(this.memory.find(KEY));
	}

	private void retract() {
		tell(Change.Article.Kind.RETRACTED);
	}

	private void tell(Change.Article.Kind kind) {
		this.memory.apply(new Change.Article("a1", 2, kind, null, Set.of(Tag.article("a1")), Instant.EPOCH));
	}

	private static Captured captured(HttpStatus status, String json) {
		HttpHeaders headers = new HttpHeaders();
		headers.setContentType(MediaType.APPLICATION_JSON);
		return new Captured(status, headers, json.getBytes(StandardCharsets.UTF_8));
	}

}
