package vn.bantin.gateway.cache;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What may be done with an answer as time goes by. */
class CachedAnswerTests {

	private static final String PAGE = "<p class=\"stale\" hidden>cũ</p>" + "x".repeat(2000);

	private static final Lifetime LIFETIME = new Lifetime(Duration.ofSeconds(60), Duration.ofMinutes(5));

	private final CachedAnswer answer = answer(LIFETIME);

	@Test
	void isGivenOutUntilItIsOld() {
		assertThat(this.answer.state(at(59.9), true)).isEqualTo(CachedAnswer.State.FRESH);
		assertThat(this.answer.state(at(60), true)).isEqualTo(CachedAnswer.State.STALE);
		assertThat(this.answer.state(at(359), true)).isEqualTo(CachedAnswer.State.STALE);
		assertThat(this.answer.state(at(360), true)).isEqualTo(CachedAnswer.State.EXPIRED);
	}

	@Test
	void isGivenOutForASecondAfterAChange() {
		this.answer.change(at(10));
		this.answer.change(at(10.9));
		assertThat(this.answer.state(at(10.99), true)).isEqualTo(CachedAnswer.State.STALE);
		assertThat(this.answer.state(at(11), true)).isEqualTo(CachedAnswer.State.EXPIRED);
	}

	@Test
	void isGivenOutForASecondWhenChangesAreNotHeardOf() {
		assertThat(this.answer.state(at(0.9), false)).isEqualTo(CachedAnswer.State.FRESH);
		assertThat(this.answer.state(at(1), false)).isEqualTo(CachedAnswer.State.EXPIRED);
	}

	@Test
	void isGivenOutForEverUnderAnImmutableName() {
		CachedAnswer asset = answer(new Lifetime(Duration.ofDays(365), Duration.ZERO));
		assertThat(asset.state(at(1_000_000), true)).isEqualTo(CachedAnswer.State.FRESH);
	}

	@Test
	void isGivenOutForASecondAfterANewOneCouldNotBeMade() {
		this.answer.change(at(10));
		this.answer.fail(at(12));
		assertThat(this.answer.state(at(12.9), true)).isEqualTo(CachedAnswer.State.ON_ERROR);
		assertThat(this.answer.state(at(13), true)).isEqualTo(CachedAnswer.State.EXPIRED);
	}

	@Test
	void saysThatItIsOldOnceANewOneCouldNotBeMade() {
		String before = this.answer.in(Coding.GZIP).entityTag();
		assertThat(content(this.answer.in(Coding.IDENTITY))).isEqualTo(PAGE);
		this.answer.fail(at(12));
		assertThat(content(this.answer.in(Coding.IDENTITY))).isEqualTo(PAGE.replace("hidden", "      "));
		assertThat(this.answer.in(Coding.GZIP).entityTag()).isNotEqualTo(before);
	}

	@Test
	void hasAnEntityTagForEachCoding() {
		assertThat(Set.of(this.answer.in(Coding.IDENTITY).entityTag(), this.answer.in(Coding.GZIP).entityTag(),
				this.answer.in(Coding.BROTLI).entityTag()))
			.hasSize(3);
		assertThat(this.answer.in(Coding.GZIP)).isSameAs(this.answer.in(Coding.GZIP));
	}

	@Test
	void keepsItsBytesUntilTheLastReaderHasThem() {
		ByteBuf sent = Objects.requireNonNull(this.answer.in(Coding.GZIP).retainedBody());
		Representation representation = this.answer.in(Coding.GZIP);
		this.answer.release();
		this.answer.release();
		assertThat(sent.refCnt()).isOne();
		sent.release();
		assertThat(representation.retainedBody()).isNull();
		assertThat(this.answer.in(Coding.IDENTITY).retainedBody()).isNull();
		assertThat(this.answer.in(Coding.BROTLI).retainedBody()).isNull();
	}

	@Test
	void isOlderThanWhatItsReaderHasSeen() {
		assertThat(this.answer.isOlderThan("\"r3t5-x\"", at(1))).isTrue();
		assertThat(this.answer.isOlderThan("\"r3t4-x\"", at(1))).isFalse();
		assertThat(this.answer.isOlderThan(null, at(1))).isFalse();
	}

	@Test
	void isAsNewAsCanBeHadWhenItWasJustMade() {
		assertThat(this.answer.isOlderThan("\"r999t999-x\"", at(0.05))).isFalse();
	}

	private static String content(Representation representation) {
		return new String(ByteBufUtil.getBytes(representation.body()), StandardCharsets.UTF_8);
	}

	private static long at(double seconds) {
		return Math.round(seconds * 1e9);
	}

	private static CachedAnswer answer(Lifetime lifetime) {
		return new CachedAnswer(HttpResponseStatus.OK, new DefaultHttpHeaders(),
				new Representation(Coding.IDENTITY, PAGE.getBytes(StandardCharsets.UTF_8), "r3t4-x"), true, Set.of(),
				new Version(3, 4), lifetime, 0);
	}

}
