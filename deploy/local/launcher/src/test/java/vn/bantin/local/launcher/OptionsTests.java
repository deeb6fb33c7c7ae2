package vn.bantin.local.launcher;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OptionsTests {

	private static final Path USUAL = Path.of("data");

	@Test
	void readsOptions() {
		Options options = Options.read(List.of("--scale", "rating-service=2", "--scale=article-service=3",
				"--no-content", "--live", "--contact", "you@paper.vn", "--port-offset", "100"), USUAL);
		assertThat(options.instancesOf("rating-service")).isEqualTo(2);
		assertThat(options.instancesOf("article-service")).isEqualTo(3);
		assertThat(options.instancesOf("widget-service")).isEqualTo(1);
		assertThat(options.content()).isFalse();
		assertThat(options.contact()).isEqualTo("you@paper.vn");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--what", "--scale identity=2", "--scale rating-service=0", "--scale rating-service",
			"--scale", "--live", "--live --contact me", "--port-offset x" })
	void refusesWhatDoesNotExist(String arguments) {
		assertThatExceptionOfType(CannotStart.class)
			.isThrownBy(() -> Options.read(List.of(arguments.split(" ")), USUAL))
			.withMessageEndingWith(".");
	}

	@Test
	void movesPortsByVariableAndOffset() {
		Ports ports = Ports.of(Map.of("GATEWAY_PORT", "1234"), 100);
		assertThat(ports.of("GATEWAY_PORT")).isEqualTo(1234);
		assertThat(ports.of("KAFKA_PORT")).isEqualTo(9192);
		assertThatExceptionOfType(CannotStart.class).isThrownBy(() -> Ports.of(Map.of("GATEWAY_PORT", "none"), 0))
			.withMessageContaining("GATEWAY_PORT");
	}

	@Test
	void refusesPortInUseByNameAndStartsNothing(@TempDir Path data) throws Exception {
		Map<String, Integer> ports = new HashMap<>(Ports.free().byVariable());
		try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			ports.put("KAFKA_PORT", other.getLocalPort());
			Supervisor supervisor = new Supervisor(Options.usual(data), new Ports(ports), (part, after) -> {
			});
			assertThatExceptionOfType(CannotStart.class).isThrownBy(supervisor::start)
				.withMessageContaining("Port " + other.getLocalPort())
				.withMessageContaining("KAFKA_PORT");
		}
		assertThat(data.resolve("logs")).doesNotExist();
	}

}
