package vn.bantin.drills.judge;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import tools.jackson.databind.JsonNode;

import vn.bantin.drills.ledger.Entry;

/**
 * Everything that can be observed of a drill.
 *
 * @param ledger what was written, and with which outcome
 * @param events the topics from their start, in order within each partition
 * @param since index of the first event of this drill; those before were judged before
 * @param stored the articles in the database whose title has the token, by token
 * @param shown what readers get of each article whose id is known, by token
 * @param listed how often each token stands in the list of all articles
 * @param ballots how many votes that count the database has, by article
 * @param ratings the tally that readers get, by article
 * @param mine the stars that a reader sees as the reader's own, by article {@code /}
 * reader
 */
public record Evidence(List<Entry> ledger, List<Event> events, int since, Map<String, List<Stored>> stored,
		Map<String, Shown> shown, Map<String, Integer> listed, Map<String, Integer> ballots, Map<String, Count> ratings,
		Map<String, Integer> mine) {

	/**
	 * An article as the database has it.
	 *
	 * @param saved the title of the newest text
	 * @param live the title that is public, empty when nothing is
	 * @param retracted whether it was retracted
	 */
	public record Stored(String saved, String live, boolean retracted) {
	}

	/**
	 * An article as readers get it, as JSON and as a page.
	 *
	 * @param status the HTTP status, the page's where it is another one
	 * @param title the title, empty without one or where the page has another one
	 */
	public record Shown(int status, String title) {
	}

	/**
	 * A count of votes.
	 *
	 * @param sum of the stars
	 * @param count of the votes
	 * @param stars how many votes of 1, 2, 3, 4 and 5 stars
	 */
	public record Count(int sum, int count, List<Integer> stars) {

		/** No vote. */
		static final Count NOTHING = of(List.of());

		public Count {
			stars = List.copyOf(stars);
		}

		/**
		 * Counts votes.
		 * @param votes the stars of each
		 * @return their count
		 */
		static Count of(Collection<Integer> votes) {
			return new Count(votes.stream().mapToInt(Integer::intValue).sum(), votes.size(),
					IntStream.rangeClosed(1, 5).mapToObj((star) -> Collections.frequency(votes, star)).toList());
		}

		/**
		 * Reads a tally.
		 * @param tally as it is in the topic and as readers get it
		 * @return -1 for each number that is missing
		 */
		static Count of(JsonNode tally) {
			return new Count(tally.path("sum").asInt(-1), tally.path("count").asInt(-1),
					IntStream.rangeClosed(1, 5)
						.mapToObj((star) -> tally.path("stars").path("" + star).asInt(-1))
						.toList());
		}

		/** Whether sum, count and stars are consistent. */
		boolean addsUp() {
			return this.count == this.stars.stream().mapToInt(Integer::intValue).sum()
					&& this.sum == IntStream.rangeClosed(1, 5).map((star) -> star * this.stars.get(star - 1)).sum();
		}

	}

}
