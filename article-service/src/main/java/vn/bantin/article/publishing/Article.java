package vn.bantin.article.publishing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import vn.bantin.article.publishing.Change.Fact;
import vn.bantin.article.publishing.Refusal.WrongState;

/**
 * An article and the rules that move it through its life. It is immutable: every rule
 * returns the {@link Change} it made, which is the article afterwards and, where readers
 * are concerned, the fact to announce. Storing and announcing are the caller's work.
 *
 * @param id 10 lower-case letters and digits
 * @param revision counts every accepted change, from 1
 * @param state where in its life it is
 * @param content the newsroom's working copy
 * @param live what readers see; null before the first publishing and after a retraction
 * @param addresses every address it ever had for readers, the oldest first
 * @param retraction why and when it was retracted
 * @param saved when this revision was accepted
 * @param savedBy the name of the person who made it
 */
public record Article(String id, long revision, State state, Content content, @Nullable Live live,
		List<String> addresses, @Nullable Retraction retraction, Instant saved, String savedBy) {

	public Article {
		addresses = List.copyOf(addresses);
	}

	/**
	 * Starts an article that only the newsroom sees.
	 * @param by the writer's name
	 * @return its first revision
	 */
	static Article draft(String id, Content content, String by, Instant now) {
		return new Article(id, 1, State.DRAFT, content, null, List.of(), null, now, by);
	}

	/** Replaces the working copy; readers still see what is live. */
	Change edit(Content content, String by, Instant now) {
		refuseWhenRetracted("edited");
		return new Change(next(this.state, content, this.live, this.addresses, null, by, now), null);
	}

	/**
	 * Makes the working copy what readers see.
	 * @param note what readers are told was corrected, if the article is already live
	 */
	Change publish(@Nullable String note, String by, Instant now) {
		refuseWhenRetracted("published");
		if (this.live == null) {
			return publishFirst(note, by, now);
		}
		List<String> changed = Differences.between(this.live.content(), this.content);
		if (changed.isEmpty() && note == null) {
			throw new WrongState(this,
					"The article %s is published as it stands; there is nothing new to publish.".formatted(this.id));
		}
		List<Correction> corrections = new ArrayList<>(this.live.corrections());
		if (note != null) {
			corrections.add(new Correction(note, now));
			changed.add("corrections");
		}
		Live next = new Live(this.content, this.live.published(), now, corrections);
		Article after = next(State.PUBLISHED, this.content, next, withAddress(), null, by, now);
		return new Change(after,
				(note != null) ? new Fact.Corrected(after, changed) : new Fact.Updated(after, changed));
	}

	private Change publishFirst(@Nullable String note, String by, Instant now) {
		if (note != null) {
			throw new WrongState(this,
					"The article %s was never published, so there is nothing to correct.".formatted(this.id));
		}
		Live first = new Live(this.content, now, now, List.of());
		Article after = next(State.PUBLISHED, this.content, first, withAddress(), null, by, now);
		return new Change(after, new Fact.Published(after));
	}

	/**
	 * Retracts a published article for good.
	 * @param reason what readers are told
	 */
	Change retract(String reason, String by, Instant now) {
		if (this.state != State.PUBLISHED || this.live == null) {
			throw new WrongState(this, "Only a published article can be retracted; %s is in state %s."
				.formatted(this.id, this.state.code()));
		}
		Retraction retraction = new Retraction(reason, now, this.live.published());
		Article after = next(State.RETRACTED, this.content, null, this.addresses, retraction, by, now);
		return new Change(after, new Fact.Retracted(after, this.live, retraction));
	}

	/**
	 * The address of the page: the live one, or what the draft's would be.
	 * @return such as {@code /thoi-su/mot-ngay-ab12cd34ef}
	 */
	public String url() {
		return address((this.live != null) ? this.live.content() : this.content);
	}

	/** The address of the page that shows this content. */
	String address(Content shown) {
		return "/" + shown.section() + "/" + Slug.of(shown.title()) + "-" + this.id;
	}

	private List<String> withAddress() {
		SequencedSet<String> all = new LinkedHashSet<>(this.addresses);
		all.add(address(this.content));
		return List.copyOf(all);
	}

	private void refuseWhenRetracted(String what) {
		if (this.state == State.RETRACTED) {
			throw new WrongState(this, "The article %s was retracted and cannot be %s.".formatted(this.id, what));
		}
	}

	private Article next(State state, Content content, @Nullable Live live, List<String> addresses,
			@Nullable Retraction retraction, String by, Instant now) {
		return new Article(this.id, this.revision + 1, state, content, live, addresses, retraction, now, by);
	}

	/** Where in its life an article is. */
	public enum State {

		/** Seen by the newsroom only. */
		DRAFT("draft"),

		/** Seen by readers. */
		PUBLISHED("published"),

		/** Every address says why. */
		RETRACTED("retracted");

		private final String code;

		State(String code) {
			this.code = code;
		}

		/**
		 * Its code in the API.
		 * @return lower case
		 */
		public String code() {
			return this.code;
		}

		/**
		 * Finds a state by its code.
		 * @param code as {@link #code()} returns it
		 * @return empty for any other text
		 */
		public static Optional<State> of(String code) {
			return Stream.of(values()).filter((state) -> state.code.equals(code)).findFirst();
		}

	}

	/**
	 * What readers see.
	 *
	 * @param content the content as last published
	 * @param published when it was first published
	 * @param modified when it was last published
	 * @param corrections public notes, the oldest first
	 */
	public record Live(Content content, Instant published, Instant modified, List<Correction> corrections) {

		public Live {
			corrections = List.copyOf(corrections);
		}

	}

	/**
	 * A public note that something was corrected.
	 *
	 * @param text the note
	 * @param at when
	 */
	public record Correction(String text, Instant at) {
	}

	/**
	 * Why an article is gone.
	 *
	 * @param reason what readers are told
	 * @param at when it was retracted
	 * @param published when it was first published
	 */
	public record Retraction(String reason, Instant at, Instant published) {
	}

}
