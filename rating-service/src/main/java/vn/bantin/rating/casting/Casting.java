package vn.bantin.rating.casting;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import vn.bantin.rating.ratable.RatableArticle;

/**
 * What readers do with their votes. A reader has one vote on an article, however many
 * requests come twice or concurrently. Nothing here waits for Kafka.
 */
public final class Casting {

	private final Votes votes;

	private final Function<String, Optional<RatableArticle>> articles;

	private final Consumer<String> announced;

	private final Clock clock;

	/** {@code announced} accepts the key of each vote that has an event to send. */
	Casting(Votes votes, Function<String, Optional<RatableArticle>> articles, Consumer<String> announced, Clock clock) {
		this.votes = votes;
		this.articles = articles;
		this.announced = announced;
		this.clock = clock;
	}

	/**
	 * Casts the reader's vote, or changes it.
	 * @param article the article's id
	 * @param reader the reader's pseudonym
	 * @param stars 1 to 5
	 * @param asked when the gateway received the request
	 * @return what was done
	 * @throws UnknownArticle if there is no such article
	 * @throws NotOpenForRating if it may not be rated now
	 * @throws NotAwaited if a later request of the reader was carried out before
	 */
	public Outcome cast(String article, String reader, int stars, Instant asked) {
		RatableArticle open = open(article);
		Instant received = asked.truncatedTo(ChronoUnit.MILLIS);
		return change(article, reader,
				(before) -> (before == null) ? Vote.cast(article, reader, stars, open.revision(), received, now())
						: before.change(stars, open.revision(), received, now()));
	}

	/**
	 * Withdraws the reader's vote; without one nothing happens.
	 * @param article the article's id
	 * @param reader the reader's pseudonym
	 * @param asked when the gateway received the request
	 * @return what was done
	 * @throws UnknownArticle if there is no such article
	 * @throws NotOpenForRating if it may not be rated now
	 * @throws NotAwaited if a later request of the reader was carried out before
	 */
	public Outcome withdraw(String article, String reader, Instant asked) {
		open(article);
		Instant received = asked.truncatedTo(ChronoUnit.MILLIS);
		return change(article, reader, (before) -> (before == null) ? null : before.withdraw(received, now()));
	}

	/**
	 * How a reader rated an article.
	 * @param article the article's id
	 * @param reader the reader's pseudonym
	 * @return 1 to 5 stars; empty without a vote
	 */
	public Optional<Integer> mine(String article, String reader) {
		return this.votes.find(article, reader).map(Vote::stars);
	}

	private Outcome change(String article, String reader, UnaryOperator<@Nullable Vote> rule) {
		while (true) {
			Vote before = this.votes.find(article, reader).orElse(null);
			Vote after = rule.apply(before);
			if (after == null || after.equals(before)) {
				return Outcome.of(after, false);
			}
			if (before != null && after.version() == before.version()) {
				if (this.votes.note(after)) {
					return Outcome.of(after, false);
				}
			}
			else if (this.votes.store(after, Announcer.announce(before, after))) {
				this.announced.accept(after.key());
				return Outcome.of(after, true);
			}
			// The same reader clicked twice: read again what the faster click stored.
		}
	}

	private RatableArticle open(String article) {
		RatableArticle known = this.articles.apply(article).orElseThrow(() -> new UnknownArticle(article));
		if (!known.open()) {
			throw new NotOpenForRating(article);
		}
		return known;
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	/**
	 * What a request did.
	 *
	 * @param stars of the reader's vote now, null when there is none
	 * @param changed whether the vote is another one than before
	 */
	public record Outcome(@Nullable Integer stars, boolean changed) {

		private static Outcome of(@Nullable Vote vote, boolean changed) {
			return new Outcome((vote != null) ? vote.stars() : null, changed);
		}

	}

}
