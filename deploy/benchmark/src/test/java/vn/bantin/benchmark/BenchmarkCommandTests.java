package vn.bantin.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BenchmarkCommandTests {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream progress = new ByteArrayOutputStream();

	@Test
	void saysWhatThereIs() {
		assertThat(run("--list")).isZero();
		assertThat(this.out.toString(StandardCharsets.UTF_8)).contains("article-json", "growth", "start");
		assertThat(this.progress.size()).isZero();
	}

	@Test
	void answersAnUnknownRowWithOneSentenceAndCode2() {
		assertThat(run("everything")).isEqualTo(2);
		assertThat(this.progress.toString(StandardCharsets.UTF_8).lines()).singleElement()
			.asString()
			.contains("'everything'");
	}

	private int run(String... words) {
		return BenchmarkCommand.run(new PrintStream(this.out, true, StandardCharsets.UTF_8),
				new PrintStream(this.progress, true, StandardCharsets.UTF_8), List.of(words));
	}

}
