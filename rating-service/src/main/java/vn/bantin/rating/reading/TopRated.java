package vn.bantin.rating.reading;

import java.util.Comparator;
import java.util.List;

/**
 * Ranks articles by a damped mean: as if every article had 30 more votes at the site's
 * mean, so that one vote of five stars does not beat a hundred of four and a half. This
 * is the Bayesian estimate {@code v/(v+m)·R + m/(v+m)·C} with m = 30.
 */
public final class TopRated {

	private static final double DAMPING = 30;

	private TopRated() {
	}

	/**
	 * Ranks articles; those without votes are left out.
	 * @param tallies of the articles in question
	 * @param limit how many at most
	 * @return the best first
	 */
	public static List<ArticleTally> rank(List<ArticleTally> tallies, int limit) {
		long count = tallies.stream().mapToLong(ArticleTally::count).sum();
		double siteMean = (count == 0) ? 0 : (double) tallies.stream().mapToLong(ArticleTally::sum).sum() / count;
		return tallies.stream()
			.filter((tally) -> tally.count() > 0)
			.sorted(Comparator.comparingDouble((ArticleTally tally) -> damped(tally, siteMean))
				.reversed()
				.thenComparing(ArticleTally::article))
			.limit(limit)
			.toList();
	}

	private static double damped(ArticleTally tally, double siteMean) {
		return (tally.sum() + DAMPING * siteMean) / (tally.count() + DAMPING);
	}

}
