package vn.bantin.benchmark.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;

import org.junit.jupiter.api.Test;

import vn.bantin.local.harness.Compilers;

import static org.assertj.core.api.Assertions.assertThat;

class MeterTests {

	@Test
	void isFlatWhenLessThanATwentiethChanges() {
		SteadyState steady = new SteadyState();
		steady.add(100);
		assertThat(steady.reached()).isFalse();
		steady.add(90);
		assertThat(steady.reached()).isFalse();
		steady.add(87);
		assertThat(steady.reached()).isTrue();
	}

	@Test
	void warmsUpUntilTheCostIsFlat() {
		assertThat(burstsOf(100, 190, 278, 365, 452, 540)).isEqualTo(3);
	}

	@Test
	void warmsUpUntilHardlyAnythingIsCompiled() {
		assertThat(burstsOf((burst) -> 100.0 * burst, (burst) -> Math.min(burst, 7L))).isEqualTo(8);
	}

	@Test
	void warmsUpForTwoMinutesAtMost() {
		assertThat(burstsOf((burst) -> Math.pow(1.1, burst), (burst) -> 0L)).isEqualTo(60);
	}

	/** With a cost of so many bursts, summed, of 100 requests each. */
	private static int burstsOf(double... cpuMillis) {
		return burstsOf((burst) -> (burst == 0) ? 0 : cpuMillis[burst - 1], (burst) -> 0L);
	}

	/**
	 * How many bursts it takes, given what so many of them have cost and what was taken
	 * to compile, in ticks.
	 */
	private static int burstsOf(IntToDoubleFunction cpuMillis, IntToLongFunction compiled) {
		List<Duration> bursts = new ArrayList<>();
		Workload load = (duration) -> {
			bursts.add(duration);
			return new Workload.Summary(100, 1, 0, 0, 1, 2, 0);
		};
		boolean warm = Meter.of(Duration.ofSeconds(5), false).warmUp(load, new ProcessGroup(Set::of) {
			@Override
			public double cpuMillis() {
				return cpuMillis.applyAsDouble(bursts.size());
			}

			@Override
			public double pss() {
				return 0;
			}

			@Override
			public Compilers compilers() {
				return new Compilers(Map.of(1L, compiled.applyAsLong(bursts.size())));
			}
		});
		assertThat(warm).isEqualTo(bursts.size() < 60);
		assertThat(bursts).containsOnly(Duration.ofSeconds(2));
		return bursts.size();
	}

	@Test
	void reportsTheOutcomeOfARound() {
		Round round = Meter.of(Duration.ofSeconds(5), true)
			.round((duration) -> new Workload.Summary(100, 4, 0, 7, 1.5, 2.5, 0), new ProcessGroup(Set::of));
		assertThat(round.perSecond()).isEqualTo(25);
		assertThat(round.errors()).isEqualTo(7);
		assertThat(round.p99()).isEqualTo(2.5);
		assertThat(round.cpuMillis()).isZero();
	}

}
