package vn.bantin.local.harness;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CompilersTests {

	private static final String STAT = "%d (%s) S 1 4711 4711 0 -1 4194560 2532 90 0 0 %d %d 700 800 20 0 21 0 8857 0 0\n";

	@Test
	void addsWhatBothCompilersTook() {
		assertThat(Compilers.read(List.of(STAT.formatted(12, "C2 CompilerThre", 100, 20),
				STAT.formatted(13, "C1 CompilerThre", 5, 2), STAT.formatted(11, "http-nio-127.0.", 900, 90))))
			.isEqualTo(new Compilers(Map.of(12L, 120L, 13L, 7L)));
	}

	@Test
	void countsNewThreadsWhollyAndEndedOnesNotAtAll() {
		Compilers before = new Compilers(Map.of(12L, 120L, 13L, 7L));
		assertThat(new Compilers(Map.of(12L, 150L, 14L, 4L)).since(before)).isEqualTo(34);
	}

	@Test
	void findsThoseOfThisJvm() {
		assertThat(Compilers.of(List.of(ProcessHandle.current().pid())).ticks()).isNotEmpty();
	}

	@Test
	void findsNoneWhereNoProcessIs() {
		assertThat(Compilers.of(List.of(Long.MAX_VALUE)).ticks()).isEmpty();
	}

}
