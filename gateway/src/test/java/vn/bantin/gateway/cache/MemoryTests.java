package vn.bantin.gateway.cache;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.bantin.gateway.change.Change;
import vn.bantin.gateway.change.Tag;

import static org.assertj.core.api.Assertions.assertThat;

/** Which answers a change finds, whenever it comes. */
class MemoryTests {

	private static final Tag ARTICLE = Tag.article("a1");

	private static final Tag SECTION = Tag.section("kinh-te");

	private static final CacheKey PAGE = new CacheKey("/kinh-te/bai-a1", "", "");

	private static final CacheKey LIST = new CacheKey("/kinh-te", "", "");

	private final AtomicLong time = new AtomicLong(100);

	private final Memory memory = new Memory(1_000_000, this.time::get);

	@AfterEach
	void free() {
		this.memory.close();
	}

	@Test
	void findsWhatItKeeps() {
		CachedAnswer page = answer(ARTICLE);
		assertThat(this.memory.find(PAGE)).isNull();
		assertThat(this.memory.keep(PAGE, page, 100)).isTrue();
		assertThat(this.memory.find(PAGE)).isSameAs(page);
		assertThat(this.memory.find(LIST)).isNull();
	}

	@Test
	void makesAllThatShowsAChangeOld() {
		keep(PAGE, ARTICLE);
		keep(LIST, SECTION, ARTICLE);
		CacheKey other = new CacheKey("/van-hoa", "", "");
		keep(other, Tag.section("van-hoa"));
		this.memory.apply(change(Change.Article.Kind.UPDATED, ARTICLE, SECTION));
		assertThat(state(PAGE)).isEqualTo(CachedAnswer.State.STALE);
		assertThat(state(LIST)).isEqualTo(CachedAnswer.State.STALE);
		assertThat(state(other)).isEqualTo(CachedAnswer.State.FRESH);
	}

	@Test
	void forgetsAtOnceWhatShowsARetractedArticle() {
		keep(PAGE, ARTICLE);
		keep(LIST, SECTION, ARTICLE);
		CacheKey next = new CacheKey("/kinh-te", "cursor=x", "");
		keep(next, SECTION);
		this.memory.apply(change(Change.Article.Kind.RETRACTED, ARTICLE, SECTION));
		assertThat(this.memory.find(PAGE)).isNull();
		assertThat(this.memory.find(LIST)).isNull();
		assertThat(state(next)).isEqualTo(CachedAnswer.State.STALE);
	}

	@Test
	void makesOldWhatChangedWhileItWasMade() {
		this.memory.apply(change(Change.Article.Kind.UPDATED, ARTICLE));
		this.memory.keep(PAGE, answer(ARTICLE), 99);
		assertThat(state(PAGE)).isEqualTo(CachedAnswer.State.STALE);
	}

	@Test
	void doesNotKeepWhatWasRetractedWhileItWasMade() {
		this.memory.apply(change(Change.Article.Kind.RETRACTED, ARTICLE));
		assertThat(this.memory.keep(PAGE, answer(ARTICLE), 99)).isFalse();
		assertThat(this.memory.find(PAGE)).isNull();
		assertThat(this.memory.isAnythingGoneSince(99)).isTrue();
		assertThat(this.memory.isAnythingGoneSince(101)).isFalse();
	}

	@Test
	void keepsWhatWasMadeAfterwards() {
		this.memory.apply(change(Change.Article.Kind.RETRACTED, ARTICLE));
		this.time.set(200);
		this.memory.keep(PAGE, answer(ARTICLE), 150);
		assertThat(state(PAGE)).isEqualTo(CachedAnswer.State.FRESH);
		assertThat(this.memory.isLatelyChanged(Set.of(ARTICLE))).isTrue();
		assertThat(this.memory.isLatelyChanged(Set.of(Tag.article("b2")))).isFalse();
	}

	@Test
	void followsAnAnswerThatShowsSomethingElseNow() {
		keep(LIST, SECTION, ARTICLE);
		keep(LIST, SECTION, Tag.article("b2"));
		this.memory.apply(change(Change.Article.Kind.UPDATED, ARTICLE));
		assertThat(state(LIST)).isEqualTo(CachedAnswer.State.FRESH);
		this.memory.apply(change(Change.Article.Kind.UPDATED, Tag.article("b2")));
		assertThat(state(LIST)).isEqualTo(CachedAnswer.State.STALE);
	}

	@Test
	void keepsTheNewerStateOfAnArticle() {
		CachedAnswer newer = answer(new Version(3, 5), ARTICLE);
		this.memory.keep(PAGE, newer, 100);
		assertThat(this.memory.keep(PAGE, answer(new Version(2, 5), ARTICLE), 100)).isFalse();
		assertThat(this.memory.keep(PAGE, answer(new Version(3, 4), ARTICLE), 100)).isFalse();
		assertThat(this.memory.find(PAGE)).isSameAs(newer);
		assertThat(this.memory.keep(PAGE, answer(new Version(3, 6), ARTICLE), 100)).isTrue();
		assertThat(this.memory.keep(PAGE, answer(ARTICLE), 100)).as("of no state, as a 410").isTrue();
	}

	@Test
	void freesAnAnswerThatIsReplacedOrEvicted() {
		CachedAnswer first = answer(ARTICLE);
		this.memory.keep(PAGE, first, 100);
		this.memory.keep(PAGE, answer(ARTICLE), 100);
		assertThat(first.in(Coding.IDENTITY).retainedBody()).isNull();
	}

	@Test
	void holdsNoMoreThanItMay() {
		for (int i = 0; i < 2000; i++) {
			this.memory.keep(new CacheKey("/" + i, "", ""), answer(Tag.article("n" + i)), 100);
		}
		assertThat(this.memory.bytes()).isBetween(100_000L, 1_000_000L);
		assertThat(this.memory.count()).isBetween(100L, 500L);
		assertThat(this.memory.tags()).isEqualTo(this.memory.count());
	}

	private void keep(CacheKey key, Tag... tags) {
		this.memory.keep(key, answer(tags), 100);
		this.time.incrementAndGet();
	}

	private CachedAnswer.State state(CacheKey key) {
		return Objects.requireNonNull(this.memory.find(key)).state(this.time.get(), true);
	}

	private CachedAnswer answer(Tag... tags) {
		return answer(Version.NONE, tags);
	}

	private CachedAnswer answer(Version version, Tag... tags) {
		return new CachedAnswer(HttpResponseStatus.OK, new DefaultHttpHeaders(),
				new Representation(Coding.IDENTITY, new byte[100], "x"), false, Set.of(tags), version,
				new Lifetime(Duration.ofSeconds(60), Duration.ofMinutes(5)), this.time.get());
	}

	private static Change change(Change.Article.Kind kind, Tag... tags) {
		return new Change.Article("a1", 2, kind, null, Set.of(tags), Instant.EPOCH);
	}

}
