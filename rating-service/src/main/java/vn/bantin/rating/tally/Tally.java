package vn.bantin.rating.tally;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The votes on one article, added up. Its version is the sum of the versions of all its
 * votes: each change of a vote raises it, and the order of the changes does not matter.
 *
 * @param counts how many votes of 1, 2, 3, 4 and 5 stars
 * @param version the sum of the votes' versions
 * @param at when the newest of the votes was given, so that the same votes counted again
 * give the same tally
 */
record Tally(List<Long> counts, long version, Instant at) {

	/** No votes. */
	static final Tally EMPTY = new Tally(List.of(0L, 0L, 0L, 0L, 0L), 0, Instant.EPOCH);

	Tally {
		counts = List.copyOf(counts);
		at = Objects.requireNonNullElse(at, Instant.EPOCH);
	}

	Tally add(CountedVote vote) {
		return with(vote, 1);
	}

	Tally subtract(CountedVote vote) {
		return with(vote, -1);
	}

	private Tally with(CountedVote vote, int sign) {
		List<Long> changed = new ArrayList<>(this.counts);
		if (vote.stars() != null) {
			changed.set(vote.stars() - 1, changed.get(vote.stars() - 1) + sign);
		}
		return new Tally(changed, this.version + sign * vote.version(),
				this.at.isAfter(vote.at()) ? this.at : vote.at());
	}

	/** How many votes count. */
	long count() {
		return this.counts.stream().mapToLong(Long::longValue).sum();
	}

	/** All stars together. */
	long sum() {
		long sum = 0;
		for (int i = 0; i < this.counts.size(); i++) {
			sum += (i + 1) * this.counts.get(i);
		}
		return sum;
	}

	/** Stars per vote, rounded half up to two decimals; null without votes. */
	@Nullable BigDecimal mean() {
		return (count() == 0) ? null
				: BigDecimal.valueOf(sum()).divide(BigDecimal.valueOf(count()), 2, RoundingMode.HALF_UP);
	}

}
