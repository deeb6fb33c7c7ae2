package vn.bantin.local.harness;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ProcessorsTests {

	@Test
	void tellsWorkFromIdlingAndWaiting() {
		Processors before = Processors.read("cpu  100 0 50 800 50 0 0 0 7 7\ncpu0 1 2 3 4\n");
		Processors after = Processors.read("cpu  160 10 70 880 70 5 3 2 9 9\ncpu0 1 2 3 4\n");
		assertThat(before).isEqualTo(new Processors(150, 0, 1000));
		assertThat(after.since(before)).isEqualTo(new Processors(100, 2, 200));
		assertThat(after.since(before).share()).isCloseTo(0.5, within(0.001));
	}

	@Test
	void countsWhatOtherMachinesTookAsWork() {
		Processors read = Processors.read("cpu  10 20 30 40 50 60 70 88 5 5\ncpu0 1 2 3 4 5 6 7 8 0 0\n");
		assertThat(read.busy()).isEqualTo(278);
		assertThat(read.stolen()).isEqualTo(88);
	}

	@Test
	void hasDoneNothingSinceNow() {
		Processors now = new Processors(150, 3, 1000);
		assertThat(now.since(now).share()).isZero();
	}

	@Test
	void readsThisMachine() {
		Processors before = Processors.now();
		assertThat(Processors.now().since(before).share()).isBetween(0.0, 1.0);
	}

}
