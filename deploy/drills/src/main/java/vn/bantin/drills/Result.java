package vn.bantin.drills;

import java.util.List;
import java.util.stream.Stream;

import vn.bantin.drills.judge.Finding;
import vn.bantin.drills.judge.Finding.Breach;
import vn.bantin.drills.judge.Verdict;
import vn.bantin.drills.scenario.Scenario;

/**
 * How a scenario went.
 *
 * @param scenario which
 * @param verdict what the judge found
 * @param figures the numbers
 * @param breaches that others found, in words
 * @param excesses over the limits, in words
 * @param remarks what else the scenario reports
 */
record Result(Scenario scenario, Verdict verdict, Figures figures, List<String> breaches, List<String> excesses,
		List<String> remarks) {

	Result {
		breaches = List.copyOf(breaches);
		excesses = List.copyOf(excesses);
		remarks = List.copyOf(remarks);
	}

	/** Whether every promise was kept. */
	boolean isKept() {
		return this.excesses.isEmpty() && broken().isEmpty();
	}

	/**
	 * The breaches that no fault excuses.
	 * @return in words, those that the judge found first
	 */
	List<String> broken() {
		return Stream.concat(this.verdict.findings().stream().map(Result::sentence), this.breaches.stream()).toList();
	}

	private static String sentence(Finding finding) {
		return "%s %s: %s".formatted(finding.breach(), finding.subject(), finding.text());
	}

	int count(Breach breach) {
		return this.verdict.count(breach);
	}

}
