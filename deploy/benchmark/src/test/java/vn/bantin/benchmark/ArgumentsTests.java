package vn.bantin.benchmark;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

import vn.bantin.benchmark.row.Rows;
import vn.bantin.drills.command.CannotRun;
import vn.bantin.local.harness.Repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ArgumentsTests {

	@Test
	void measuresEverythingWhenNothingIsNamed() {
		Arguments arguments = read();
		assertThat(arguments.rows()).containsExactly(Rows.values());
		assertThat(arguments.articles()).isEqualTo(1000);
		assertThat(arguments.quick()).isFalse();
		assertThat(arguments.data()).isEqualTo(Repository.root().resolve("deploy/benchmark/target"));
	}

	@Test
	void measuresNamedRowsInTheirOwnOrder() {
		assertThat(read("list", "article-json", "--quick").rows()).containsExactly(Rows.ARTICLE_JSON, Rows.LIST);
	}

	@Test
	void putsOptionsOfTheJvmAfterItsOwn() {
		assertThat(read("--jvm", "-XX:+UseParallelGC").jvm()).endsWith("-XX:+UseParallelGC");
	}

	@Test
	void namesKnownRowsWhenOneIsUnknown() {
		assertThatExceptionOfType(CannotRun.class).isThrownBy(() -> read("article-jsno").rows())
			.withMessageContaining("'article-jsno'")
			.withMessageContaining("article-json, article-page");
	}

	@Test
	void refusesUnknownOption() {
		assertThatExceptionOfType(ParameterException.class).isThrownBy(() -> read("--fast"))
			.withMessageContaining("'--fast'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-5", "many", "199", "1000001", "99999999999", "1e3", "" })
	void refusesNumberOfArticlesThatIsNone(String number) {
		assertThatExceptionOfType(ParameterException.class).isThrownBy(() -> read("--articles", number))
			.withMessageContaining("from 200 to 1000000, not '" + number + "'");
	}

	@Test
	void refusesOptionWithoutItsValue() {
		assertThatExceptionOfType(ParameterException.class).isThrownBy(() -> read("--out"))
			.withMessageContaining("--out");
	}

	@Test
	void refusesFileThatCannotBeWrittenBeforeMeasuring() {
		assertThatExceptionOfType(ParameterException.class).isThrownBy(() -> read("--out", "/no/such/folder/result.md"))
			.withMessageContaining("/no/such/folder/result.md");
	}

	private static Arguments read(String... words) {
		Arguments arguments = new Arguments();
		new CommandLine(arguments).parseArgs(words);
		return arguments;
	}

}
