package vn.bantin.local.harness;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MachineTests {

	@Test
	void readsMemoryThatIsAvailable() {
		assertThat(Machine.availableMemory("MemTotal:       24646716 kB\nMemAvailable:   2048000 kB\n")).hasValue(2000);
		assertThat(Machine.availableMemory("MemFree: 1 kB\n")).isEmpty();
	}

	@Test
	void noticesServersOfOthers() {
		assertThat(Machine.serverOfOthers(Map.of("PATH", "/bin"))).isEmpty();
		assertThat(Machine.serverOfOthers(Map.of("MONGODB_URI", "mongodb://db"))).contains("MONGODB_URI");
	}

}
