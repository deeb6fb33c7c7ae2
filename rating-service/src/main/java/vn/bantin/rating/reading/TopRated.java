package vn.bantin.rating.reading;

import java.util.Comparator;
import java.util.List;

/**
 * Ranks articles by a damped mean: as if every article had some more votes of the site's
 * mean, so that one vote of five stars does not beat a hundred of four and a half. The
 * Bayesian estimate {@code v/(v+m)·R + m/(v+m)·C}, as IMDb's list has it, with m = 30.
 */
public final class TopRated {

	private static final double DAMPING = 30;

	private TopRated() {
	}

	/**
	 * Ranks.
	 * @param tallies of the articles in question
	 * @param limit at most so many
	 * @return the best first
	 */
	public static List<KnownTally> rank(List<KnownTally> tallies, int limit) {
		long count = tallies.stream().mapToLong(KnownTally::count).sum();
		double siteMean = (count == 0) ? 0 : (double) tallies.stream().mapToLong(KnownTally::sum).sum() / count;
		return tallies.stream()
			.filter((tally) -> tally.count() > 0)
			.sorted(Comparator.comparingDouble((KnownTally tally) -> damped(tally, siteMean))
				.reversed()
				.thenComparing(KnownTally::article))
			.limit(limit)
			.toList();
	}

	private static double damped(KnownTally tally, double siteMean) {
		return (tally.sum() + DAMPING * siteMean) / (tally.count() + DAMPING);
	}

}
