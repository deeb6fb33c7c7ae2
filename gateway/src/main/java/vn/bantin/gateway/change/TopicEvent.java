package vn.bantin.gateway.change;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;
import vn.bantin.gateway.change.Change.Article.Kind;

/**
 * What is read of the topics' events. Everything else is skipped, an article's body above
 * all. Nothing may be asked of an event that is not complete.
 */
sealed interface TopicEvent {

	/** Whether it has what every version of its type has. */
	boolean isComplete();

	/**
	 * Of {@code articles}.
	 *
	 * @param change whether the article came, changed or went
	 * @param reason why
	 * @param article the state since then
	 */
	record OfArticle(@Nullable String change, @Nullable String reason, Article article) implements TopicEvent {

		@Override
		public boolean isComplete() {
			return this.article != null && this.article.id != null && this.article.revision != null
					&& this.article.section != null;
		}

		/** Types of tomorrow are told by what they change. */
		Kind kind() {
			return switch ((this.change != null) ? this.change : "") {
				case "insert" -> Kind.PUBLISHED;
				case "delete" -> "expired".equals(this.reason) ? Kind.EXPIRED : Kind.RETRACTED;
				default -> "corrected".equals(this.reason) ? Kind.CORRECTED : Kind.UPDATED;
			};
		}

	}

	/**
	 * An article. A retracted one has neither tags nor authors.
	 *
	 * @param id its id
	 * @param revision its revision
	 * @param kind such as {@code photo-story}
	 * @param section the section that it is in
	 * @param tags its tags
	 * @param authors its authors
	 * @param retractionReason why it was retracted
	 */
	record Article(String id, Long revision, @Nullable String kind, Named section, @Nullable List<Named> tags,
			@Nullable List<Named> authors, @Nullable String retractionReason) {

		/** The lists that it is in. */
		Stream<Tag> lists() {
			return Stream
				.of(Stream.of(Tag.section(this.section.slug)), tags(this.tags, Tag::tag),
						tags(this.authors, Tag::author), Stream.ofNullable(this.kind).map(Tag::kind))
				.flatMap(Function.identity());
		}

		private static Stream<Tag> tags(@Nullable List<Named> named, Function<String, Tag> tag) {
			return (named != null) ? named.stream().map(Named::slug).map(tag) : Stream.empty();
		}

	}

	/**
	 * A section, a tag, an author or a place.
	 *
	 * @param slug its name in addresses
	 */
	record Named(String slug) {
	}

	/**
	 * Of {@code tallies}.
	 *
	 * @param tally the state since then
	 */
	record OfTally(Tally tally) implements TopicEvent {

		@Override
		public boolean isComplete() {
			return this.tally != null && this.tally.article != null && this.tally.version != null
					&& this.tally.stars != null;
		}

	}

	/**
	 * A tally.
	 *
	 * @param article the article's id
	 * @param sum all stars together
	 * @param count how many votes
	 * @param mean stars per vote, null without votes
	 * @param stars how many votes of each number of stars
	 * @param version only ever rises
	 */
	record Tally(String article, long sum, long count, @Nullable Double mean, SortedMap<String, Long> stars,
			Long version) {

		/** As rating-service answers a reader without a vote. */
		Answer answer() {
			return new Answer(this.sum, this.count, this.mean, this.stars, this.version, null);
		}

		/** The fields are those of the tally, and the reader's own vote. */
		@JsonPropertyOrder({ "sum", "count", "mean", "stars", "version", "mine" })
		record Answer(long sum, long count, @Nullable Double mean, SortedMap<String, Long> stars, long version,
				@Nullable Integer mine) {
		}

	}

	/**
	 * Of {@code forecasts}.
	 *
	 * @param forecast the state since then
	 */
	record OfForecast(Forecast forecast) implements TopicEvent {

		@Override
		public boolean isComplete() {
			return this.forecast != null && this.forecast.place != null && this.forecast.place.slug != null
					&& this.forecast.times != null && this.forecast.times.fetched != null;
		}

	}

	/**
	 * A forecast.
	 *
	 * @param place for where
	 * @param times when
	 */
	record Forecast(Named place, Times times) {
	}

	/**
	 * Of {@code exchange-rates}.
	 *
	 * @param board the state since then
	 */
	record OfBoard(Board board) implements TopicEvent {

		@Override
		public boolean isComplete() {
			return this.board != null && this.board.bank != null && this.board.times != null
					&& this.board.times.fetched != null;
		}

	}

	/**
	 * A board.
	 *
	 * @param bank whose
	 * @param times when
	 */
	record Board(String bank, Times times) {
	}

	/**
	 * The times of what was observed.
	 *
	 * @param fetched when
	 */
	record Times(Instant fetched) {
	}

}
