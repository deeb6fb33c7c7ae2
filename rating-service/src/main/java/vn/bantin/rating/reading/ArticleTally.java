package vn.bantin.rating.reading;

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * The votes on an article, added up; what this service reads of {@code tallies}.
 *
 * @param article the article's id
 * @param sum all stars together
 * @param count how many votes
 * @param mean stars per vote with two decimals, null without votes
 * @param stars how many votes of each number of stars, "1" to "5"
 * @param version only ever rises
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ArticleTally(String article, long sum, long count, @Nullable Double mean, Map<String, Long> stars,
		long version) {

	public ArticleTally {
		stars = new TreeMap<>(stars);
	}

	/**
	 * The tally of an article without votes.
	 * @param article the article's id
	 * @return all zero, without a mean
	 */
	public static ArticleTally none(String article) {
		return new ArticleTally(article, 0, 0, null, Map.of("1", 0L, "2", 0L, "3", 0L, "4", 0L, "5", 0L), 0);
	}

}
