package vn.bantin.local.harness;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MachineTests {

	@Test
	void readsMemoryThatIsAvailable() {
		assertThat(Machine.availableMemory("MemTotal:       24646716 kB\nMemAvailable:   2048000 kB\n")).hasValue(2000);
		assertThat(Machine.availableMemory("MemFree: 1 kB\n")).isEmpty();
	}

	@Test
	void knowsRoomOnTheDisk(@TempDir Path folder) {
		assertThat(Machine.freeDisk(folder)).isPositive();
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> Machine.freeDisk(folder.resolve("missing")));
	}

	@Test
	void noticesServersOfOthers() {
		assertThat(Machine.serverOfOthers(Map.of("PATH", "/bin"))).isEmpty();
		assertThat(Machine.serverOfOthers(Map.of("MONGODB_URI", "mongodb://db"))).contains("MONGODB_URI");
	}

}
