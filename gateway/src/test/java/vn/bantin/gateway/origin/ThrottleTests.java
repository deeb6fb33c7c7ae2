package vn.bantin.gateway.origin;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A service that is asked a hundred times a second. */
class ThrottleTests {

	private static final BooleanSupplier WELL = () -> true;

	private static final BooleanSupplier NOT_AT_ALL = () -> false;

	private final AtomicLong now = new AtomicLong();

	private final AtomicInteger refused = new AtomicInteger();

	private final Throttle throttle = new Throttle(this.now::get, this.refused::incrementAndGet);

	@Test
	void refusesNothingThatIsAnsweredWell() {
		assertThat(askedOf(1000, WELL)).isEqualTo(1000);
		assertThat(this.refused).hasValue(0);
	}

	@Test
	void refusesNothingWhileEverySecondOneIsAnsweredWell() {
		AtomicInteger count = new AtomicInteger();
		assertThat(askedOf(1000, () -> count.incrementAndGet() % 2 == 0)).isEqualTo(1000);
	}

	@Test
	void letsAFewFail() {
		assertThat(askedOf(10, NOT_AT_ALL)).isEqualTo(10);
	}

	@Test
	void triesAFewEachSecondOfAServiceThatDoesNotAnswer() {
		askedOf(1000, NOT_AT_ALL);
		assertThat(askedOf(1000, NOT_AT_ALL)).isBetween(40, 80);
		assertThat(this.refused).hasValueGreaterThan(1800);
	}

	@Test
	void asksTwiceWhatIsAnswered() {
		AtomicLong last = new AtomicLong();
		BooleanSupplier twentyASecond = () -> {
			boolean rested = this.now.get() - last.get() >= Duration.ofMillis(50).toNanos();
			if (rested) {
				last.set(this.now.get());
			}
			return rested;
		};
		askedOf(1000, twentyASecond);
		assertThat(askedOf(1000, twentyASecond)).isBetween(300, 600);
	}

	@Test
	void asksAllAgainSecondsAfterTheServiceIsBack() {
		askedOf(1000, NOT_AT_ALL);
		askedOf(600, WELL);
		assertThat(askedOf(100, WELL)).isEqualTo(100);
	}

	@Test
	void remembersNothingOfLongAgo() {
		askedOf(1000, NOT_AT_ALL);
		this.now.addAndGet(Duration.ofSeconds(20).toNanos());
		assertThat(askedOf(10, NOT_AT_ALL)).isEqualTo(10);
	}

	/** How many of so many, one every 10 ms, the service was asked. */
	private int askedOf(int many, BooleanSupplier answering) {
		int asked = 0;
		for (int i = 0; i < many; i++) {
			this.now.addAndGet(Duration.ofMillis(10).toNanos());
			if (this.throttle.admits()) {
				asked++;
				this.throttle.answered(answering.getAsBoolean() ? 200 : 503);
			}
		}
		return asked;
	}

}
