package vn.bantin.gateway.limit;

import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LatenessTests {

	private long now;

	private final Lateness lateness = new Lateness(0);

	@Test
	void admitsAllWhileTheLoopTicksInTime() {
		rounds(40, Duration.ofMillis(250));
		assertThat(refused()).isZero();
	}

	@Test
	void refusesWhatMayHaveWaitedTooLong() {
		this.now += Duration.ofSeconds(4).toNanos();
		assertThat(refused()).isEqualTo(100);
	}

	@Test
	void refusesWhatCameDuringTheWorkBeforeTheLastTick() {
		rounds(1, Duration.ofSeconds(4));
		assertThat(refused()).isEqualTo(100);
		rounds(1, Duration.ofMillis(250));
		assertThat(refused()).isZero();
	}

	@Test
	void letsALoopBeLateForAWhile() {
		rounds(5, Duration.ofSeconds(1));
		assertThat(refused()).isZero();
	}

	@Test
	void doesNotTakeAStandstillForOverload() {
		rounds(1, Duration.ofMinutes(1));
		rounds(2, Duration.ofMillis(250));
		assertThat(refused()).isZero();
	}

	@Test
	void refusesAShareThatGrowsForAsLongAsTheLoopIsLate() {
		rounds(6, Duration.ofSeconds(1));
		assertThat(refused()).isBetween(4, 6);
		rounds(10, Duration.ofSeconds(1));
		assertThat(refused()).isBetween(54, 56);
	}

	@Test
	void growsTheShareFasterTheLaterTheLoopIs() {
		rounds(5, Duration.ofMillis(1500));
		assertThat(refused()).isBetween(40, 50);
	}

	@Test
	void alwaysAdmitsSome() {
		rounds(100, Duration.ofMillis(1400));
		assertThat(refused()).isBetween(94, 96);
	}

	@Test
	void admitsMoreAsSoonAsTheLoopIsInTime() {
		rounds(20, Duration.ofMillis(1400));
		int before = refused();
		rounds(8, Duration.ofMillis(250));
		assertThat(refused()).isBetween(before - 22, before - 18);
		rounds(40, Duration.ofMillis(250));
		assertThat(refused()).isZero();
	}

	@Test
	void holdsTheShareUnderWhichTheLoopIsAsLateAsTolerated() {
		rounds(10, Duration.ofSeconds(1));
		int before = refused();
		rounds(20, Duration.ofMillis(750));
		assertThat(refused()).isCloseTo(before, within(1));
	}

	private void rounds(int count, Duration length) {
		for (int round = 0; round < count; round++) {
			this.now += length.toNanos();
			this.lateness.tick(this.now);
		}
	}

	/** Of a hundred that are read now. */
	private int refused() {
		return (int) IntStream.range(0, 100).filter((i) -> !this.lateness.admits(this.now, RouteClass.PAGE)).count();
	}

}
