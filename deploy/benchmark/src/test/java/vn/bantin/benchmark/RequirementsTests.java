package vn.bantin.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RequirementsTests {

	private static final long PLENTY = 10_000;

	@TempDir
	private Path tools;

	@BeforeEach
	void install() throws IOException {
		for (String tool : new String[] { "wrk", "nginx" }) {
			Files.createFile(this.tools.resolve(tool)).toFile().setExecutable(true);
		}
	}

	@Test
	void isContentWithEnough() {
		assertThatCode(() -> new Requirements(path(), PLENTY, PLENTY).check()).doesNotThrowAnyException();
	}

	@Test
	void saysWhatToInstall() throws IOException {
		Files.delete(this.tools.resolve("wrk"));
		assertThatExceptionOfType(CannotRun.class).isThrownBy(() -> new Requirements(path(), PLENTY, PLENTY).check())
			.withMessage("wrk is missing: install it (Debian: apt-get install wrk nginx-light).");
	}

	@Test
	void saysHowMuchIsFreeWhenThatIsTooLittle() {
		assertThatExceptionOfType(CannotRun.class).isThrownBy(() -> new Requirements(path(), 1000, PLENTY).check())
			.withMessage("Only 1,000 MiB of memory are free; the benchmark needs 6,144.");
		assertThatExceptionOfType(CannotRun.class).isThrownBy(() -> new Requirements(path(), PLENTY, 10).check())
			.withMessageContaining("disk");
	}

	@Test
	void keepsOffServersOfOthers() {
		Map<String, String> environment = Map.of("PATH", this.tools.toString(), "KAFKA_BROKERS", "kafka:9092");
		assertThatExceptionOfType(CannotRun.class)
			.isThrownBy(() -> new Requirements(environment, PLENTY, PLENTY).check())
			.withMessageContaining("KAFKA_BROKERS");
	}

	@Test
	void readsFreeMemory() {
		org.assertj.core.api.Assertions
			.assertThat(Requirements.memoryIn("MemTotal:       24646716 kB\nMemAvailable:   2048000 kB\n"))
			.isEqualTo(2000);
		assertThatExceptionOfType(CannotRun.class).isThrownBy(() -> Requirements.memoryIn(""))
			.withMessageContaining("Linux");
	}

	private Map<String, String> path() {
		return Map.of("PATH", "/nowhere:" + this.tools);
	}

}
