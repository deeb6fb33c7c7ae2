package vn.bantin.gateway.change;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;
import vn.bantin.gateway.change.TopicEvent.OfArticle;
import vn.bantin.gateway.change.TopicEvent.OfTally;

/**
 * The newest state of everything that the topics tell of, as far as it is needed here.
 * What is not newer than what is known changes nothing. One thread takes events in, any
 * thread may ask.
 */
final class KnownState {

	private static final JsonMapper json = JsonMapper.builder().build();

	private final Map<String, Known> articles = new ConcurrentHashMap<>();

	private final Map<String, Change.Tally> tallies = new ConcurrentHashMap<>();

	/** When each place and each bank was observed. */
	private final Map<Object, Instant> observed = new HashMap<>();

	/** Each tag once, however many articles have it. */
	private final Map<Tag, Tag> shared = new HashMap<>();

	Optional<Change> take(TopicEvent event, Instant time) {
		return switch (event) {
			case OfArticle article -> take(article, time);
			case OfTally tally -> take(tally, time);
			case TopicEvent.OfForecast(var forecast) -> {
				Instant fetched = forecast.times().fetched();
				Tag tag = Tag.forecast(forecast.place().slug());
				yield isNewer(tag, fetched)
						? Optional.of(new Change.Forecast(forecast.place().slug(), Set.of(tag), fetched))
						: Optional.empty();
			}
			case TopicEvent.OfBoard(var board) -> {
				Instant fetched = board.times().fetched();
				yield isNewer(board.bank(), fetched)
						? Optional.of(new Change.ExchangeRates(Set.of(Tag.EXCHANGE_RATES), fetched)) : Optional.empty();
			}
		};
	}

	private Optional<Change> take(OfArticle event, Instant time) {
		TopicEvent.Article article = event.article();
		Known before = this.articles.get(article.id());
		if (before != null && before.change.revision() >= article.revision()) {
			return Optional.empty();
		}
		Set<Tag> tags = tags(article);
		Change.Article change = new Change.Article(article.id(), article.revision(), event.kind(),
				article.retractionReason(), (before != null) ? union(tags, before.tags) : tags, time);
		this.articles.put(article.id(), new Known(change, tags));
		return Optional.of(change);
	}

	private Set<Tag> tags(TopicEvent.Article article) {
		return Stream
			.concat(Stream.of(Tag.article(article.id()), Tag.ARTICLES),
					article.lists().map((tag) -> this.shared.computeIfAbsent(tag, (it) -> it)))
			.collect(Collectors.toUnmodifiableSet());
	}

	/** An article that moved leaves lists, too. */
	private static Set<Tag> union(Set<Tag> now, Set<Tag> before) {
		return now.containsAll(before) ? now
				: Stream.concat(now.stream(), before.stream()).collect(Collectors.toUnmodifiableSet());
	}

	private Optional<Change> take(OfTally event, Instant time) {
		TopicEvent.Tally tally = event.tally();
		Change.Tally before = this.tallies.get(tally.article());
		if (before != null && before.version() >= tally.version()) {
			return Optional.empty();
		}
		Change.Tally change = new Change.Tally(tally.article(), tally.version(),
				json.writeValueAsString(tally.answer()), Set.of(Tag.tally(tally.article()), Tag.TALLIES), time);
		this.tallies.put(tally.article(), change);
		return Optional.of(change);
	}

	private boolean isNewer(Object subject, Instant fetched) {
		Instant before = this.observed.get(subject);
		if (before != null && !fetched.isAfter(before)) {
			return false;
		}
		this.observed.put(subject, fetched);
		return true;
	}

	Optional<Change.Article> article(String id) {
		return Optional.ofNullable(this.articles.get(id)).map(Known::change);
	}

	Optional<Change.Tally> tally(String article) {
		return Optional.ofNullable(this.tallies.get(article));
	}

	void clear() {
		this.articles.clear();
		this.tallies.clear();
		this.observed.clear();
		this.shared.clear();
	}

	/**
	 * What is known of an article.
	 *
	 * @param change its newest change
	 * @param tags those of its newest state alone
	 */
	private record Known(Change.Article change, Set<Tag> tags) {
	}

}
