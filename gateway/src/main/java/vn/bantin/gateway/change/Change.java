package vn.bantin.gateway.change;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** One event, as far as it changes what readers see. */
public sealed interface Change {

	/**
	 * What looks different now.
	 * @return tags of all answers that may show it
	 */
	Set<Tag> tags();

	/**
	 * When it happened.
	 * @return the event's time
	 */
	Instant time();

	/**
	 * An article was published, changed or taken away.
	 *
	 * @param id the article
	 * @param revision its revision
	 * @param kind what happened
	 * @param reason why it was retracted, in the newsroom's words
	 * @param tags the article, and the lists that it is in, may enter or may have left
	 * @param time when
	 */
	record Article(String id, long revision, Kind kind, @Nullable String reason, Set<Tag> tags,
			Instant time) implements Change {

		/**
		 * Whether nobody may see the article any more.
		 * @return true when it was retracted or has expired
		 */
		public boolean isGone() {
			return this.kind == Kind.RETRACTED || this.kind == Kind.EXPIRED;
		}

		/** What can happen to an article in public. */
		public enum Kind {

			/** It appeared. */
			PUBLISHED,
			/** It was edited. */
			UPDATED,
			/** It was corrected, with a public note. */
			CORRECTED,
			/** It was taken back. */
			RETRACTED,
			/** Its time was over. */
			EXPIRED

		}

	}

	/**
	 * Readers gave an article stars.
	 *
	 * @param article the article's id
	 * @param version the tally's version
	 * @param json the tally, as readers get it without a vote of their own
	 * @param tags the tally and the lists that depend on tallies
	 * @param time when
	 */
	record Tally(String article, long version, String json, Set<Tag> tags, Instant time) implements Change {
	}

	/**
	 * A province has a new forecast.
	 *
	 * @param place its slug
	 * @param tags the forecast
	 * @param time when
	 */
	record Forecast(String place, Set<Tag> tags, Instant time) implements Change {
	}

	/**
	 * The bank has a new board.
	 *
	 * @param tags the board
	 * @param time when
	 */
	record ExchangeRates(Set<Tag> tags, Instant time) implements Change {
	}

}
