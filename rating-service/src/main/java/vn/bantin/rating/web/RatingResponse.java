package vn.bantin.rating.web;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;
import vn.bantin.rating.reading.ArticleTally;

/**
 * How readers rate an article.
 *
 * @param sum all stars together
 * @param count how many votes
 * @param mean stars per vote with two decimals, null without votes
 * @param stars how many votes of each number of stars, "1" to "5"
 * @param version of the tally
 * @param mine the stars of the reader's own vote, null without one
 */
@JsonPropertyOrder(alphabetic = false)
record RatingResponse(long sum, long count, @Nullable Double mean, Map<String, Long> stars, long version,
		@Nullable Integer mine) {

	static RatingResponse of(ArticleTally tally, @Nullable Integer mine) {
		return new RatingResponse(tally.sum(), tally.count(), tally.mean(), tally.stars(), tally.version(), mine);
	}

}
