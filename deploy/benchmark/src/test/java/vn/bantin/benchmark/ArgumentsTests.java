package vn.bantin.benchmark;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.benchmark.row.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ArgumentsTests {

	private static final Path USUAL = Path.of("/usual");

	@Test
	void measuresEverythingWhenNothingIsNamed() {
		Arguments arguments = read();
		assertThat(arguments.rows()).containsExactly(Rows.values());
		assertThat(arguments.articles()).isEqualTo(1000);
		assertThat(arguments.quick()).isFalse();
		assertThat(arguments.data()).isEqualTo(USUAL);
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
		assertThatExceptionOfType(CannotRun.class).isThrownBy(() -> read("article-jsno"))
			.withMessageContaining("'article-jsno'")
			.withMessageContaining("article-json, article-page");
	}

	@Test
	void refusesUnknownOption() {
		assertThatExceptionOfType(CannotRun.class).isThrownBy(() -> read("--fast")).withMessageContaining("--quick");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-5", "many", "199", "1000001", "99999999999", "1e3", "" })
	void refusesNumberOfArticlesThatIsNone(String number) {
		assertThatExceptionOfType(CannotRun.class).isThrownBy(() -> read("--articles", number))
			.withMessageContaining("from 200 to 1000000, not '" + number + "'");
	}

	@Test
	void refusesOptionWithoutItsValue() {
		assertThatExceptionOfType(CannotRun.class).isThrownBy(() -> read("--out"))
			.withMessage("The option --out needs a value.");
	}

	@Test
	void refusesFileThatCannotBeWrittenBeforeMeasuring() {
		assertThatExceptionOfType(CannotRun.class).isThrownBy(() -> read("--out", "/no/such/folder/result.md"))
			.withMessageContaining("/no/such/folder/result.md");
	}

	private static Arguments read(String... words) {
		return Arguments.read(List.of(words), USUAL);
	}

}
