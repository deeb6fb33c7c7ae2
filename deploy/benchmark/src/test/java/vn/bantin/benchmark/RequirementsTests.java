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
		assertThatCode(() -> new Requirements(path(), PLENTY, PLENTY, 1000).check()).doesNotThrowAnyException();
	}

	@Test
	void saysWhatToInstall() throws IOException {
		Files.delete(this.tools.resolve("wrk"));
		assertThatExceptionOfType(CannotRun.class)
			.isThrownBy(() -> new Requirements(path(), PLENTY, PLENTY, 1000).check())
			.withMessage("wrk is missing: install it (Debian: apt-get install wrk nginx-light).");
	}

	@Test
	void saysHowMuchIsFreeWhenThatIsTooLittle() {
		assertThatExceptionOfType(CannotRun.class)
			.isThrownBy(() -> new Requirements(path(), 1000, PLENTY, 1000).check())
			.withMessage("Only 1,000 MiB of memory are free; the benchmark needs 6,144.");
		assertThatExceptionOfType(CannotRun.class).isThrownBy(() -> new Requirements(path(), PLENTY, 10, 1000).check())
			.withMessageContaining("disk");
	}

	@Test
	void needsMoreDiskForMoreArticles() {
		assertThatCode(() -> new Requirements(path(), PLENTY, 5000, 100_000).check()).doesNotThrowAnyException();
		assertThatExceptionOfType(CannotRun.class)
			.isThrownBy(() -> new Requirements(path(), PLENTY, 5000, 200_000).check())
			.withMessage("Only 5,000 MiB of disk are free; the benchmark needs 8,836.");
	}

	@Test
	void refusesAFolderThatCannotBeWritten() {
		assertThatExceptionOfType(CannotRun.class).isThrownBy(() -> Requirements.here(Path.of("/proc/nothing"), 1000))
			.withMessageContaining("/proc/nothing");
	}

	@Test
	void keepsOffServersOfOthers() {
		Map<String, String> environment = Map.of("PATH", this.tools.toString(), "KAFKA_BROKERS", "kafka:9092");
		assertThatExceptionOfType(CannotRun.class)
			.isThrownBy(() -> new Requirements(environment, PLENTY, PLENTY, 1000).check())
			.withMessageContaining("KAFKA_BROKERS");
	}

	private Map<String, String> path() {
		return Map.of("PATH", "/nowhere:" + this.tools);
	}

}
