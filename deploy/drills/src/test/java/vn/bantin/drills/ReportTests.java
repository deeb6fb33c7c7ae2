package vn.bantin.drills;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import vn.bantin.drills.Figures.Asked;
import vn.bantin.drills.judge.Finding;
import vn.bantin.drills.judge.Finding.Breach;
import vn.bantin.drills.judge.Verdict;
import vn.bantin.drills.scenario.Scenario;
import vn.bantin.drills.scenario.Scenarios;

import static org.assertj.core.api.Assertions.assertThat;

class ReportTests {

	private static final Scenario SCENARIO = Scenarios.all().getFirst();

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private final Report report = new Report(new PrintStream(this.bytes, true, StandardCharsets.UTF_8));

	@Test
	void printsWhatWasKept() {
		this.report.end(result(List.of(), Optional.of(Duration.ofMillis(1500)), List.of()), Duration.ofSeconds(95));
		this.report.table(7);
		assertThat(this.report.isKept()).isTrue();
		assertThat(printed()).contains("kept after 95 s", "Seed 7",
				"| %s | %s | 0 | 0 | 0 | 0 | 0.3 | 5.00 %% | 400 | 12 | 1.5 | kept |".formatted(SCENARIO.id(),
						SCENARIO.breaks()));
	}

	@Test
	void countsEverySubjectOnceForEachBreach() {
		this.report.end(
				result(List.of(new Finding(Breach.LOST, "a", "not in the list"),
						new Finding(Breach.LOST, "a", "not in the topic"),
						new Finding(Breach.GHOST, "b", "never sent")), Optional.empty(), List.of()),
				Duration.ofSeconds(95));
		this.report.table(7);
		assertThat(this.report.isKept()).isFalse();
		assertThat(printed()).contains("BROKEN after 95 s", "     - LOST a: not in the list",
				"     - GHOST b: never sent", "| 1 | 0 | 1 | 0 | 0.3 | 5.00 % | 400 | 12 | never | **broken** |");
	}

	@Test
	void printsNoMoreThanADozenBreaches() {
		this.report.end(
				result(List.of(), Optional.empty(), IntStream.range(0, 20).mapToObj((i) -> "broken " + i).toList()),
				Duration.ofSeconds(95));
		assertThat(printed()).contains("- broken 11", "- and 8 more").doesNotContain("- broken 12");
	}

	@Test
	void holdsItAgainstTheNewspaperWhenNobodyCanJudge() {
		this.report.breakOff(SCENARIO, new IllegalStateException("The load did not end: ballots"));
		this.report.table(7);
		assertThat(this.report.hasResults()).isTrue();
		assertThat(this.report.isKept()).isFalse();
		assertThat(printed()).contains("The load did not end: ballots", "| **broken** off |");
	}

	@Test
	void holdsWhatComesAfterTheLastScenarioAgainstTheNewspaper() {
		this.report.end(result(List.of(), Optional.of(Duration.ZERO), List.of()), Duration.ofSeconds(95));
		this.report.late(List.of());
		assertThat(this.report.isKept()).isTrue();
		this.report.late(List.of("a vote was put aside"));
		assertThat(this.report.isKept()).isFalse();
		assertThat(printed()).contains("BROKEN after the last scenario", "     - a vote was put aside");
	}

	@Test
	void doesNotCountWhatIsSkipped() {
		this.report.skip(SCENARIO, "only root may");
		this.report.table(7);
		assertThat(this.report.hasResults()).isFalse();
		assertThat(printed()).contains("skipped: only root may", "| skipped |");
	}

	@Test
	void printsNothingAfterTheTable() {
		this.report.end(result(List.of(), Optional.of(Duration.ZERO), List.of()), Duration.ofSeconds(95));
		this.report.table(7);
		String before = printed();
		this.report.begin(SCENARIO);
		this.report.breakOff(SCENARIO, new IllegalStateException("The newspaper is being stopped"));
		this.report.late(List.of("a vote was put aside"));
		this.report.table(7);
		assertThat(printed()).isEqualTo(before);
	}

	@Test
	void printsNoTableWithoutResults() {
		this.report.table(7);
		assertThat(printed()).isEmpty();
	}

	private String printed() {
		return this.bytes.toString(StandardCharsets.UTF_8);
	}

	private static Result result(List<Finding> findings, Optional<Duration> recovery, List<String> breaches) {
		Figures figures = new Figures(2100, 0, 0, 3, new Asked(20000, 1000), new Asked(14000, 12), 13000,
				new Asked(15000, 400), Duration.ofMillis(200), new Asked(2103, 3), Duration.ofMillis(300), recovery);
		return new Result(SCENARIO, new Verdict(findings, 2400, 0), figures, breaches, List.of(), List.of());
	}

}
