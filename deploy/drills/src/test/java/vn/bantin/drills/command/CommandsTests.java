package vn.bantin.drills.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import static org.assertj.core.api.Assertions.assertThat;

/** Exit codes, and the one sentence that goes with them. */
class CommandsTests {

	private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

	@Test
	void answersWithTheExitCodeOfTheCommand() {
		assertThat(run(() -> 1, "--fast")).isEqualTo(1);
		assertThat(sentences()).isEmpty();
	}

	@Test
	void saysWhichOptionsThereAre() {
		assertThat(run(() -> 0, "--slow")).isEqualTo(2);
		assertThat(sentences()).singleElement().asString().contains("'--slow'", "options are --fast, --seed");
	}

	@Test
	void saysWhichOptionLacksItsValue() {
		assertThat(run(() -> 0, "--seed")).isEqualTo(2);
		assertThat(sentences()).singleElement().asString().contains("--seed");
	}

	@Test
	void saysWhatHasToBePutRightFirst() {
		assertThat(run(() -> {
			throw new CannotRun("Install it.");
		})).isEqualTo(2);
		assertThat(sentences()).containsExactly("Install it.");
	}

	@Test
	void saysWhyItBrokeOff() {
		assertThat(run(() -> {
			throw new IllegalStateException("no answer");
		})).isEqualTo(7);
		assertThat(sentences()).singleElement().asString().contains("no answer");
	}

	private int run(Callable<Integer> action, String... words) {
		return Commands.run(new Example(action), new PrintStream(this.messages, true, StandardCharsets.UTF_8), 7,
				List.of(words));
	}

	private List<String> sentences() {
		return this.messages.toString(StandardCharsets.UTF_8).lines().toList();
	}

	@Command
	static class Example implements Callable<Integer> {

		private final Callable<Integer> action;

		@Option(names = "--fast")
		private boolean fast;

		@Option(names = "--seed")
		private int seed;

		Example(Callable<Integer> action) {
			this.action = action;
		}

		@Override
		public Integer call() throws Exception {
			return this.action.call();
		}

	}

}
