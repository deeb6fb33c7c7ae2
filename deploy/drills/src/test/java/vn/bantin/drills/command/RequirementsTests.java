package vn.bantin.drills.command;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RequirementsTests {

	private static final long PLENTY = 10_000;

	private static final Requirements REQUIREMENTS = new Requirements("the benchmark", 6144, 2048);

	@Test
	void acceptsEnough() {
		assertThatCode(() -> REQUIREMENTS.check(Map.of(), 6144, 2048)).doesNotThrowAnyException();
	}

	@Test
	void saysHowMuchIsFreeWhenThatIsTooLittle() {
		assertThatExceptionOfType(CannotRun.class).isThrownBy(() -> REQUIREMENTS.check(Map.of(), 1000, PLENTY))
			.withMessage("Only 1,000 MiB of memory are free; the benchmark needs 6,144.");
		assertThatExceptionOfType(CannotRun.class).isThrownBy(() -> REQUIREMENTS.check(Map.of(), PLENTY, 10))
			.withMessage("Only 10 MiB of disk are free; the benchmark needs 2,048.");
	}

	@Test
	void refusesAFolderThatCannotBeWritten() {
		assertThatExceptionOfType(CannotRun.class).isThrownBy(() -> REQUIREMENTS.check(Path.of("/proc/nothing")))
			.withMessageContaining("/proc/nothing");
	}

	@Test
	void refusesServersOfOthers() {
		assertThatExceptionOfType(CannotRun.class)
			.isThrownBy(() -> REQUIREMENTS.check(Map.of("KAFKA_BROKERS", "kafka:9092"), PLENTY, PLENTY))
			.withMessageContaining("KAFKA_BROKERS");
	}

}
