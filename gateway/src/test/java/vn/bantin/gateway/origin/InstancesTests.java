package vn.bantin.gateway.origin;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import vn.bantin.gateway.AdvancedClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class InstancesTests {

	private static final URI A = URI.create("http://127.0.0.1:1");

	private static final URI B = URI.create("http://127.0.0.1:2");

	private final Throttle reading = new Throttle(() -> 0, () -> {
	});

	private final Throttle writing = new Throttle(() -> 0, () -> {
	});

	private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

	private final AdvancedClock clock = new AdvancedClock(Clock.fixed(NOW, ZoneOffset.UTC));

	private final Instances instances = new Instances(List.of(A, B), this.clock, this.reading, this.writing);

	@Test
	void tellsReadingFromWriting() {
		assertThat(List.of(HttpMethod.GET, HttpMethod.HEAD))
			.allSatisfy((method) -> assertThat(this.instances.throttle(method)).isSameAs(this.reading));
		assertThat(List.of(HttpMethod.PUT, HttpMethod.POST, HttpMethod.DELETE))
			.allSatisfy((method) -> assertThat(this.instances.throttle(method)).isSameAs(this.writing));
	}

	@Test
	void asksInTurn() {
		assertThat(asked(3)).containsExactly(A, B, A);
	}

	@Test
	void leavesOutWhoCannotBeReached() {
		this.instances.failed(A);
		assertThat(asked(4)).containsOnly(B);
		assertThat(this.instances.leftOut()).isOne();
	}

	@Test
	void asksSomebodyWhenNobodyCouldBeReached() {
		this.instances.failed(A);
		this.instances.failed(B);
		assertThat(this.instances.next(false)).isIn(A, B);
	}

	@Test
	void letsOneReaderTryWhoIsLeftOutEveryTwoSeconds() {
		this.instances.failed(A);
		for (int i = 0; i < 3; i++) {
			this.clock.advance(Duration.ofSeconds(2));
			assertThat(asked(10)).containsOnlyOnce(A);
		}
	}

	@Test
	void letsNobodyTryWithWhatCannotBeSentAgain() {
		this.instances.failed(A);
		this.clock.advance(Duration.ofSeconds(2));
		assertThat(Stream.generate(() -> this.instances.next(false)).limit(10)).containsOnly(B);
	}

	@Test
	void givesWhoIsBackItsShareByAndBy() {
		comeBack();
		assertThat(share()).isZero();
		this.clock.advance(Duration.ofMillis(7500));
		assertThat(share()).isCloseTo(0.25, within(0.02));
		this.clock.advance(Duration.ofMillis(7500));
		assertThat(share()).isEqualTo(0.5);
	}

	@Test
	void asksWhoIsBackAllTheSameWhenNoOtherIsLeft() {
		comeBack();
		this.instances.failed(B);
		assertThat(asked(10)).containsOnly(A);
	}

	@Test
	void asksAllInTurnWhenAllAreJustBack() {
		comeBack();
		this.instances.failed(B);
		this.instances.answered(B, 200, null);
		assertThat(asked(4)).containsExactlyInAnyOrder(A, B, A, B);
	}

	@Test
	void beginsAnewWithWhoFailsAgain() {
		comeBack();
		this.clock.advance(Duration.ofSeconds(14));
		comeBack();
		assertThat(share()).isZero();
	}

	@Test
	void doesNotTakeForBackWhoCannotServe() {
		this.instances.failed(A);
		this.instances.answered(A, 503, null);
		assertThat(this.instances.leftOut()).isOne();
	}

	@Test
	void takesNoFarewellForAReturn() {
		this.instances.answered(A, 200, "close");
		this.instances.answered(A, 404, "close");
		assertThat(this.instances.leftOut()).isOne();
	}

	@Test
	void doesNotMindAClockThatGoesBack() {
		comeBack();
		this.clock.advance(Duration.ofHours(-1));
		assertThat(share()).isZero();
		this.clock.advance(Duration.ofHours(1).plusSeconds(15));
		assertThat(share()).isEqualTo(0.5);
	}

	@Test
	void asksTheOnlyInstanceWhetherItIsLeftOutOrJustBack() {
		Instances only = new Instances(List.of(A, A), this.clock, this.reading, this.writing);
		assertThat(only.areSeveral()).isFalse();
		only.failed(A);
		assertThat(only.next(false)).isEqualTo(A);
		only.answered(A, 200, null);
		assertThat(only.next(false)).isEqualTo(A);
	}

	@Test
	void leavesOutWhoServesWellAndYetClosesTheConnection() {
		this.instances.answered(A, 200, "close");
		assertThat(asked(4)).containsOnly(B);
	}

	@Test
	void goesOnAskingWhoKeepsTheConnectionOrRefusesARequest() {
		this.instances.answered(A, 200, null);
		this.instances.answered(B, 400, "close");
		assertThat(asked(2)).containsExactly(A, B);
	}

	@Test
	void knowsWhoIsAlive() {
		this.instances.answered(A, 503, null);
		assertThat(this.instances.hasAnsweredSince(A, NOW.minusMillis(1))).isTrue();
		assertThat(this.instances.hasAnsweredSince(A, NOW)).isFalse();
		assertThat(this.instances.hasAnsweredSince(B, NOW.minusMillis(1))).isFalse();
	}

	private void comeBack() {
		this.instances.failed(A);
		this.instances.answered(A, 200, null);
	}

	/** Of those who read, how many are sent to A, 0 to 1. */
	private double share() {
		return asked(200).stream().filter(A::equals).count() / 200.0;
	}

	private List<URI> asked(int times) {
		return Stream.generate(() -> this.instances.next(true)).limit(times).toList();
	}

}
