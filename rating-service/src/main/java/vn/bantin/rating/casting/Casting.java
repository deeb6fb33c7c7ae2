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
 * What readers do with their votes. A reader has one vote on an article, whatever comes
 * twice or at once. Nothing here waits for Kafka.
 */
public final class Casting {

	private final Votes votes;

	private final Function<String, Optional<RatableArticle>> articles;

	private final Consumer<String> announced;

	private final Clock clock;

	/**
	 * Puts the use cases together.
	 * @param votes where votes are stored
	 * @param articles finds an article by its id
	 * @param announced is told the key of a vote that has something to announce
	 * @param clock tells the time
	 */
	public Casting(Votes votes, Function<String, Optional<RatableArticle>> articles, Consumer<String> announced,
			Clock clock) {
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
	 * @param asked when the gateway received it
	 * @return what was done
	 * @throws UnknownArticle if there is no such article
	 * @throws NotOpenForRating if it may not be rated now
	 * @throws NotAwaited if the reader's next word was received before it was carried out
	 */
	public Outcome cast(String article, String reader, int stars, Instant asked) {
		RatableArticle open = open(article);
		Instant received = asked.truncatedTo(ChronoUnit.MILLIS);
		return change(article, reader,
				(before) -> (before == null) ? Vote.cast(article, reader, stars, open.revision(), received, now())
						: before.change(stars, open.revision(), received, now()));
	}

	/**
	 * Takes the reader's vote back; without one nothing happens.
	 * @param article the article's id
	 * @param reader the reader's pseudonym
	 * @param asked when the gateway received it
	 * @return what was done
	 * @throws UnknownArticle if there is no such article
	 * @throws NotOpenForRating if it may not be rated now
	 * @throws NotAwaited if the reader's next word was received before it was carried out
	 */
	public Outcome withdraw(String article, String reader, Instant asked) {
		open(article);
		Instant received = asked.truncatedTo(ChronoUnit.MILLIS);
		return change(article, reader, (before) -> (before == null) ? null : before.withdraw(received, now()));
	}

	/**
	 * The reader's own vote.
	 * @param article the article's id
	 * @param reader the reader's pseudonym
	 * @return its stars; empty without a vote
	 */
	public Optional<Integer> mine(String article, String reader) {
		return this.votes.find(article, reader).map(Vote::stars);
	}

	private Outcome change(String article, String reader, UnaryOperator<@Nullable Vote> rule) {
		while (true) {
			Vote before = this.votes.find(article, reader).orElse(null);
			Vote after = rule.apply(before);
			if (after == null || after.equals(before)) {
				return new Outcome(after, false);
			}
			if (before != null && after.version() == before.version()) {
				if (this.votes.note(after)) {
					return new Outcome(after, false);
				}
			}
			else if (this.votes.store(after, Announcer.announce(before, after))) {
				this.announced.accept(after.key());
				return new Outcome(after, true);
			}
			// The same reader clicked twice: look again at what the faster click left.
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
	 * What became of a reader's wish.
	 *
	 * @param vote the vote now, null when there is none
	 * @param changed whether anything is different from before
	 */
	public record Outcome(@Nullable Vote vote, boolean changed) {
	}

}
