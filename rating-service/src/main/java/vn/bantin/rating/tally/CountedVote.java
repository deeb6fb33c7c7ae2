package vn.bantin.rating.tally;

import java.time.Instant;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * What the tally needs of a vote.
 *
 * @param article the article's id
 * @param stars 1 to 5, null when the vote does not count
 * @param version of the vote
 * @param at when it was given; the epoch in stores of earlier releases
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record CountedVote(String article, @Nullable Integer stars, long version, Instant at) {

	CountedVote {
		if (article == null || article.isEmpty() || version < 1 || (stars != null && (stars < 1 || stars > 5))) {
			throw new IllegalArgumentException(
					"Not a vote: article %s, stars %s, version %d".formatted(article, stars, version));
		}
		at = Objects.requireNonNullElse(at, Instant.EPOCH);
	}

}
