package vn.bantin.drills.judge;

import java.util.List;

import vn.bantin.drills.judge.Finding.Breach;

/**
 * What is wrong after a drill.
 *
 * @param findings everything that is wrong
 * @param records how many records the drill's writes led to
 * @param repeats how many of them repeat an earlier one, which is allowed, since
 * consumers ignore old revisions
 */
public record Verdict(List<Finding> findings, int records, int repeats) {

	public Verdict {
		findings = List.copyOf(findings);
	}

	/**
	 * How many subjects have a breach.
	 * @param breach which one
	 * @return the number of different subjects
	 */
	public int count(Breach breach) {
		return (int) this.findings.stream()
			.filter((it) -> it.breach() == breach)
			.map(Finding::subject)
			.distinct()
			.count();
	}

	/**
	 * Whether nothing is wrong.
	 * @return true without findings
	 */
	public boolean isClean() {
		return this.findings.isEmpty();
	}

}
