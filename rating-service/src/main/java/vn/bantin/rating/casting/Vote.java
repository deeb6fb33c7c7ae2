package vn.bantin.rating.casting;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One reader's vote on one article.
 *
 * @param article the article's id
 * @param reader the reader's pseudonym
 * @param stars 1 to 5; null when withdrawn
 * @param state whether it counts, and if not, why
 * @param version counts the changes of this vote, from 1
 * @param articleRevision the article's revision that was rated
 * @param at when this version was accepted; later than that of every earlier version
 * @param asked when the gateway received the reader's newest request on it, by the
 * gateway's clock; requests received earlier are refused
 */
record Vote(String article, String reader, @Nullable Integer stars, State state, long version, long articleRevision,
		Instant at, Instant asked) {

	public Vote {
		if (stars != null && (stars < 1 || stars > 5)) {
			throw new IllegalArgumentException("Stars are 1 to 5, not " + stars);
		}
	}

	/** The first vote of this reader on this article. */
	static Vote cast(String article, String reader, int stars, long articleRevision, Instant asked, Instant now) {
		return new Vote(article, reader, stars, State.CAST, 1, articleRevision, now, asked);
	}

	/** Changes the stars; the version stays when they are the same. */
	Vote change(int stars, long articleRevision, Instant asked, Instant now) {
		if (this.stars != null && this.stars == stars) {
			return unchanged(asked);
		}
		return next(stars, State.CAST, articleRevision, asked, now);
	}

	/** Withdraws the vote; the version stays when it is withdrawn already. */
	Vote withdraw(Instant asked, Instant now) {
		return (this.state == State.WITHDRAWN) ? unchanged(asked)
				: next(null, State.WITHDRAWN, this.articleRevision, asked, now);
	}

	private Vote unchanged(Instant asked) {
		refuseIfOvertaken(asked);
		return new Vote(this.article, this.reader, this.stars, this.state, this.version, this.articleRevision, this.at,
				asked);
	}

	private Vote next(@Nullable Integer stars, State state, long articleRevision, Instant asked, Instant now) {
		refuseIfOvertaken(asked);
		// Consumers of the topic may sort by these times, and clocks of two instances
		// differ.
		Instant at = now.isAfter(this.at) ? now : this.at.plusMillis(1);
		return new Vote(this.article, this.reader, stars, state, this.version + 1, articleRevision, at, asked);
	}

	private void refuseIfOvertaken(Instant asked) {
		if (asked.isBefore(this.asked)) {
			throw new NotAwaited(asked);
		}
	}

	/** The key in topic and database: article and reader. */
	String key() {
		return this.article + "/" + this.reader;
	}

	/** Whether a vote counts. */
	enum State {

		/** It counts. */
		CAST("cast"),

		/** The reader withdrew it. */
		WITHDRAWN("withdrawn"),

		/** The newsroom voided it. */
		VOIDED("voided");

		private final String code;

		State(String code) {
			this.code = code;
		}

		/** The value in events. */
		String code() {
			return this.code;
		}

	}

}
