package vn.bantin.benchmark.report;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import vn.bantin.benchmark.measure.Profile;
import vn.bantin.benchmark.measure.Profile.Frame;
import vn.bantin.benchmark.measure.Round;

import static org.assertj.core.api.Assertions.assertThat;

class ReportTests {

	private static final Environment ENVIRONMENT = new Environment("Some CPU", 2, 24_000, "6.1", "25", "1.22.1",
			"4.1.0", LocalDate.of(2026, 11, 24));

	@Test
	void showsMediansBesideThoseOfNginx() {
		Report report = new Report();
		report.add(new Cost("article", List.of(round(0.2, 0), round(0.4, 0), round(0.3, 0)), "proxy",
				List.of(round(0.1, 0)), "9,000 bytes"));
		assertThat(report.markdown(ENVIRONMENT, "3 rounds."))
			.contains("| article | 0.300 | proxy | 0.100 | 3.00 | 1,000 | 1,000 | 1.50 | 9.00 | 20.0 | 2 % | 0 |")
			.contains("- article: 9,000 bytes")
			.contains("Some CPU, 2 cores, 24,000 MiB, Linux 6.1, JDK 25, nginx 1.22.1, wrk 4.1.0")
			.doesNotContain("Not to be trusted");
		assertThat(report.problems()).isEmpty();
	}

	@Test
	void showsWhyAFigureIsMissing() {
		Report report = new Report();
		report.add(Cost.none("article, from memory", "there is no memory yet"));
		assertThat(report.markdown(ENVIRONMENT, "")).contains("| article, from memory | – | – | – |")
			.contains("- article, from memory: there is no memory yet");
		assertThat(report.problems()).isEmpty();
	}

	@Test
	void marksRoundsThatAreNotToBeTrusted() {
		Report report = new Report();
		report.add(Cost.alone("vote", List.of(round(1, 2), new Round(1, 1, 1, 1, 1, 1, 0.31, 0))));
		assertThat(report.problems()).containsExactly("vote: 2 errors", "vote: others took up to 31 % of the CPU");
		assertThat(report.markdown(ENVIRONMENT, "")).contains("| 31 % ! | 2 ! |").contains("## Not to be trusted");
	}

	@Test
	void showsTablesAndFrames() {
		Report report = new Report();
		report.add("Memory", new Table(List.of("part", "MiB"), List.of(List.of("a|b", "3"))), "At rest.");
		report.add("vote", "rating-service",
				new Profile(List.of(new Frame("HashMap.get", 0.251)), List.of(new Frame("Relay.scan", 0.5))));
		assertThat(report.markdown(ENVIRONMENT, ""))
			.contains("## Memory\n\n| part | MiB |\n|---|--:|\n| a\\|b | 3 |\n\nAt rest.\n")
			.contains("- vote (rating-service): `HashMap.get` 25 %; under our own `Relay.scan` 50 %");
	}

	@Test
	void writesThreeDigitsOfAFigure() {
		assertThat(List.of(0.01234, 0.1234, 1.234, 12.34, 1234.4).stream().map(Table::figure)).containsExactly("0.0123",
				"0.123", "1.23", "12.3", "1,234");
	}

	private static Round round(double cpuMillis, long errors) {
		return new Round(5000, cpuMillis, 1000, 1.5, 9, 20, 0.02, errors);
	}

}
