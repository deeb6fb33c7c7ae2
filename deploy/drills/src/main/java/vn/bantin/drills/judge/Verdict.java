package vn.bantin.drills.judge;

import java.util.List;

import vn.bantin.drills.judge.Finding.Breach;

/**
 * What the judge found.
 *
 * @param findings everything that is wrong
 * @param records how many records the drill's writes led to
 * @param repeats how many of them say what an earlier one said already; allowed, since
 * consumers ignore a revision that they have passed
 */
public record Verdict(List<Finding> findings, int records, int repeats) {

	public Verdict {
		findings = List.copyOf(findings);
	}

	/**
	 * How often one promise was broken.
	 * @param breach which one
	 * @return the number of different subjects it was broken for
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
