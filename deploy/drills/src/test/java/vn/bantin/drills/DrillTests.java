package vn.bantin.drills;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DrillTests {

	@ParameterizedTest
	@CsvSource({ "0.2, 1", "1.0, 1", "1.01, 1.25", "1.25, 1.25", "1.4, 1.5", "2.9, 3", "9, 3" })
	void givesASlowMachineMoreTime(double demand, double times) {
		assertThat(Drill.times(demand)).isEqualTo(times);
	}

}
