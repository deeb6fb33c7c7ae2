package vn.bantin.benchmark.load;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import vn.bantin.benchmark.measure.Workload.Summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class WrkTests {

	@Test
	void readsWhatTheScriptPrints() {
		Summary result = Scripts.summary("""
				Running 5s test @ http://127.0.0.1:8080/
				  1 threads and 32 connections
				  41208 requests in 5.01s, 375.21MB read
				Requests/sec:   8225.14
				benchmark: requests=41208 duration=5010000 bytes=412080000 errors=3 p50=3710 p99=12045
				""");
		assertThat(result).isEqualTo(new Summary(41208, 5.01, 412_080_000, 3, 3.71, 12.045, 0));
		assertThat(result.bytesPerRequest()).isEqualTo(10_000);
	}

	@Test
	void refusesOutputWithoutTheLine() {
		assertThatIllegalStateException().isThrownBy(() -> Scripts.summary("unable to connect"))
			.withMessageContaining("unable to connect");
	}

	@Test
	void asksWithHeadersForWholeSeconds() {
		Wrk wrk = Wrk.reading(Path.of("read.lua"), URI.create("http://127.0.0.1:1/a")).with("Cache-Control: no-cache");
		assertThat(wrk.command(Duration.ofMillis(2500))).containsExactly("wrk", "-t1", "-c32", "-d3s", "--timeout",
				"10s", "-s", "read.lua", "-H", "Cache-Control: no-cache", "http://127.0.0.1:1/a");
	}

}
