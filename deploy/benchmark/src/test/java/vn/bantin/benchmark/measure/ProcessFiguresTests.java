package vn.bantin.benchmark.measure;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessFiguresTests {

	@Test
	void addsTimesOfProcessAndEndedChildren() {
		String stat = "4711 (a (very) odd name) S 1 4711 4711 0 -1 4194560 2532 90 0 0 100 20 3 4 20 0 21 0 8857 0 0";
		assertThat(ProcessTimes.ticks(stat)).isEqualTo(127);
	}

	@Test
	void takesTheLowerOneOfTwoSumsForForeignWork() {
		Map<Long, Long> taken = Map.of(1L, 70L, 2L, 20L, 3L, 5L);
		assertThat(Foreign.ticks(taken, Set.of(1L), 110, 4)).isEqualTo(29);
		assertThat(Foreign.ticks(taken, Set.of(1L), 88, 4)).isEqualTo(18);
		assertThat(Foreign.ticks(taken, Set.of(1L, 2L, 3L), 88, 0)).isZero();
	}

	@Test
	void readsProportionalMemory() {
		assertThat(ProcessGroup.pss("""
				55d0c0a5d000-7ffd4a9fe000 ---p 00000000 00:00 0                          [rollup]
				Rss:              331236 kB
				Pss:              300024 kB
				Pss_Dirty:        290000 kB
				""")).isEqualTo(300_024);
	}

	@Test
	void seesItself() {
		ProcessGroup self = new ProcessGroup(() -> Set.of(ProcessHandle.current().pid()));
		assertThat(self.cpuMillis()).isPositive();
		assertThat(self.pss()).isGreaterThan(5);
	}

	@Test
	void countsNothingForProcessThatIsGone() {
		assertThat(new ProcessGroup(() -> Set.of(Long.MAX_VALUE)).cpuMillis()).isZero();
	}

}
