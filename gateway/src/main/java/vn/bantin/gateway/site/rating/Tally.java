package vn.bantin.gateway.site.rating;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import vn.bantin.gateway.site.answer.Fields;

/**
 * What readers gave an article, and what this reader gave it.
 *
 * @param sum all points together
 * @param count how many readers gave points
 * @param mean points per reader, absent when nobody gave any
 * @param stars how many readers gave each number of stars, most stars first
 * @param version rises with every change
 * @param mine the stars this reader gave
 */
public record Tally(long sum, long count, @Nullable BigDecimal mean, List<Bar> stars, long version,
		@Nullable Integer mine) {

	/** The most stars that can be given. */
	public static final int MOST = 5;

	/** Nobody gave any yet. */
	static final Tally NONE = new Tally(0, 0, null,
			IntStream.iterate(MOST, (number) -> number - 1)
				.limit(MOST)
				.mapToObj((number) -> Bar.of(number, 0, 0))
				.toList(),
			0, null);

	/**
	 * Reads a tally.
	 * @param fields the tally as rating-service answers it
	 * @return the tally, absent when it is none
	 */
	public static Optional<Tally> read(Fields fields) {
		if (fields.number("sum").isEmpty() || fields.number("count").isEmpty()) {
			return Optional.empty();
		}
		long count = Math.max(0, fields.count("count"));
		Fields stars = fields.object("stars");
		List<Bar> bars = IntStream.rangeClosed(1, MOST)
			.map((step) -> MOST + 1 - step)
			.mapToObj((number) -> Bar.of(number, stars.count(String.valueOf(number)), count))
			.toList();
		int mine = fields.whole("mine", 0);
		return Optional
			.of(new Tally(fields.count("sum"), count, (count == 0) ? null : fields.number("mean").orElse(null), bars,
					fields.count("version"), (mine >= 1 && mine <= MOST) ? mine : null));
	}

	/**
	 * Whether this reader gave that many stars.
	 * @param number a number of stars
	 * @return whether it is the reader's own vote
	 */
	public boolean mine(int number) {
		return this.mine != null && this.mine == number;
	}

	/**
	 * How many readers gave one number of stars.
	 *
	 * @param number the stars
	 * @param count the readers
	 * @param percent their share of all, 0 when there is nobody
	 */
	public record Bar(int number, long count, int percent) {

		private static Bar of(int number, long count, long all) {
			long counted = Math.clamp(count, 0, all);
			return new Bar(number, counted, (all == 0) ? 0 : Math.toIntExact(Math.round(100.0 * counted / all)));
		}

	}

}
