package vn.bantin.gateway.origin;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import vn.bantin.gateway.AdvancedClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class InstancesTests {

	private static final URI A = URI.create("http://127.0.0.1:1");

	private static final URI B = URI.create("http://127.0.0.1:2");

	private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

	private final AdvancedClock clock = new AdvancedClock(Clock.fixed(NOW, ZoneOffset.UTC));

	private final Instances instances = new Instances(List.of(A, B), this.clock);

	private final Instance a = this.instances.next(false);

	private final Instance b = this.instances.next(false);

	@Test
	void asksInTurn() {
		assertThat(asked(3)).containsExactly(A, B, A);
	}

	@Test
	void leavesOutAnInstanceThatFailed() {
		this.a.failed();
		assertThat(asked(4)).containsOnly(B);
		assertThat(this.instances.leftOut()).isOne();
	}

	@Test
	void asksAnyWhenAllFailed() {
		this.a.failed();
		this.b.failed();
		assertThat(this.instances.next(false)).isIn(this.a, this.b);
	}

	@Test
	void probesAnInstanceThatIsLeftOutEveryTwoSeconds() {
		this.a.failed();
		for (int i = 0; i < 3; i++) {
			this.clock.advance(Duration.ofSeconds(2));
			assertThat(asked(10)).containsOnlyOnce(A);
		}
	}

	@Test
	void probesWithNothingThatCannotBeSentAgain() {
		this.a.failed();
		this.clock.advance(Duration.ofSeconds(2));
		assertThat(Stream.generate(() -> this.instances.next(false)).limit(10)).containsOnly(this.b);
	}

	@Test
	void growsTheShareOfAnInstanceThatIsBack() {
		comeBack();
		assertThat(share()).isZero();
		this.clock.advance(Duration.ofMillis(7500));
		assertThat(share()).isCloseTo(0.25, within(0.02));
		this.clock.advance(Duration.ofMillis(7500));
		assertThat(share()).isEqualTo(0.5);
	}

	@Test
	void asksAnInstanceThatIsBackWhenNoOtherIsLeft() {
		comeBack();
		this.b.failed();
		assertThat(asked(10)).containsOnly(A);
	}

	@Test
	void asksAllInTurnWhenAllAreJustBack() {
		comeBack();
		this.b.failed();
		this.b.answered(200, null);
		assertThat(asked(4)).containsExactlyInAnyOrder(A, B, A, B);
	}

	@Test
	void startsSlowlyAgainAfterAnotherFailure() {
		comeBack();
		this.clock.advance(Duration.ofSeconds(14));
		comeBack();
		assertThat(share()).isZero();
	}

	@Test
	void keepsAnInstanceLeftOutThatCannotServe() {
		this.a.failed();
		this.a.answered(503, null);
		assertThat(this.instances.leftOut()).isOne();
	}

	@Test
	void keepsAnInstanceLeftOutThatIsDraining() {
		this.a.answered(200, "close");
		this.a.answered(404, "close");
		assertThat(this.instances.leftOut()).isOne();
	}

	@Test
	void toleratesAClockThatGoesBack() {
		comeBack();
		this.clock.advance(Duration.ofHours(-1));
		assertThat(share()).isZero();
		this.clock.advance(Duration.ofHours(1).plusSeconds(15));
		assertThat(share()).isEqualTo(0.5);
	}

	@Test
	void asksTheOnlyInstanceWhetherItIsLeftOutOrJustBack() {
		Instances only = new Instances(List.of(A, A), this.clock);
		Instance instance = only.next(false);
		assertThat(only.areSeveral()).isFalse();
		instance.failed();
		assertThat(only.next(false)).isSameAs(instance);
		instance.answered(200, null);
		assertThat(only.next(false)).isSameAs(instance);
	}

	@Test
	void leavesOutAnInstanceThatIsDraining() {
		this.a.answered(200, "close");
		assertThat(asked(4)).containsOnly(B);
	}

	@Test
	void goesOnAskingAnInstanceThatKeepsTheConnectionOrRefusesARequest() {
		this.a.answered(200, null);
		this.b.answered(400, "close");
		assertThat(asked(2)).containsExactly(A, B);
	}

	@Test
	void knowsWhetherAnInstanceIsAlive() {
		this.a.answered(503, null);
		assertThat(this.a.hasAnsweredSince(NOW.minusMillis(1))).isTrue();
		assertThat(this.a.hasAnsweredSince(NOW)).isFalse();
		assertThat(this.b.hasAnsweredSince(NOW.minusMillis(1))).isFalse();
	}

	private void comeBack() {
		this.a.failed();
		this.a.answered(200, null);
	}

	/** The share of reads that A gets, 0 to 1. */
	private double share() {
		return asked(200).stream().filter(A::equals).count() / 200.0;
	}

	private List<URI> asked(int times) {
		return Stream.generate(() -> this.instances.next(true)).limit(times).map(Instance::address).toList();
	}

}
