package vn.bantin.benchmark.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FiguresTests {

	@Test
	void takesTheMiddle() {
		assertThat(Figures.median(List.of(3.0, 1.0, 100.0))).isEqualTo(3);
		assertThat(Figures.median(List.of(4.0, 1.0))).isEqualTo(2.5);
		assertThat(Figures.median(List.of("a", "ccc", "bb"), String::length)).isEqualTo(2);
	}

	@Test
	void takesThePercentileByNearestRank() {
		List<Double> values = new ArrayList<>();
		for (int i = 100; i >= 1; i--) {
			values.add((double) i);
		}
		assertThat(Figures.percentile(values, 50)).isEqualTo(50);
		assertThat(Figures.percentile(values, 99)).isEqualTo(99);
		assertThat(Figures.percentile(values, 100)).isEqualTo(100);
		assertThat(Figures.percentile(List.of(7.0), 1)).isEqualTo(7);
	}

	@Test
	void isFlatWhenLessThanATwentiethChanges() {
		Flatness flatness = new Flatness();
		flatness.add(100);
		assertThat(flatness.reached()).isFalse();
		flatness.add(90);
		assertThat(flatness.reached()).isFalse();
		flatness.add(87);
		assertThat(flatness.reached()).isTrue();
	}

	@Test
	void warmsUpUntilTheCostIsFlat() {
		assertThat(burstsOf(100, 190, 278, 365, 452, 540)).isEqualTo(3);
	}

	@Test
	void warmsUpForSoLongAtMost() {
		assertThat(burstsOf(100, 190, 260, 310, 340, 360, 370, 375, 377, 378, 378.5, 378.7)).isEqualTo(10);
	}

	/** The cost of so many bursts, summed, of 100 requests each. */
	private static int burstsOf(double... cpuMillis) {
		List<Duration> bursts = new ArrayList<>();
		Load load = (duration) -> {
			bursts.add(duration);
			return new Load.Outcome(100, 1, 1, 2, 0);
		};
		Meter.of(Duration.ofSeconds(5), false).warmUp(load, new Bearer() {
			@Override
			public double cpuMillis() {
				return bursts.isEmpty() ? 0 : cpuMillis[bursts.size() - 1];
			}

			@Override
			public double pss() {
				return 0;
			}
		});
		assertThat(bursts).containsOnly(Duration.ofSeconds(2));
		return bursts.size();
	}

	@Test
	void reportsTheOutcomeOfARound() {
		Round round = Meter.of(Duration.ofSeconds(5), true)
			.round((duration) -> new Load.Outcome(100, 4, 1.5, 2.5, 7), new ProcessGroup(Set::of));
		assertThat(round.perSecond()).isEqualTo(25);
		assertThat(round.errors()).isEqualTo(7);
		assertThat(round.p99()).isEqualTo(2.5);
		assertThat(round.cpuMillis()).isZero();
	}

}
