package vn.bantin.article.publishing.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.bantin.article.InvalidRequest;
import vn.bantin.article.publishing.Article;
import vn.bantin.article.publishing.Article.State;
import vn.bantin.article.publishing.Articles.Place;
import vn.bantin.article.publishing.Fault;

/**
 * Which articles of the newsroom are wanted.
 *
 * @param state only those in this state, or null for all
 * @param after where the page before ended, or null for the first
 * @param limit 1 to 100
 */
record NewsroomQuery(@Nullable State state, @Nullable Place after, int limit) {

	static NewsroomQuery of(@Nullable String state, @Nullable String cursor, int limit) {
		List<Fault> faults = new ArrayList<>();
		Optional<State> known = Optional.ofNullable(state).flatMap(State::of);
		if (state != null && known.isEmpty()) {
			faults.add(new Fault("state", state, "draft, published or retracted"));
		}
		if (limit < 1 || limit > 100) {
			faults.add(new Fault("limit", limit, "a whole number from 1 to 100"));
		}
		Optional<Place> after = Optional.ofNullable(cursor).flatMap(NewsroomQuery::place);
		if (cursor != null && after.isEmpty()) {
			faults.add(new Fault("cursor", cursor, "the cursor of a next link of the same list"));
		}
		if (!faults.isEmpty()) {
			throw new InvalidRequest("The query of this list cannot be understood.", faults);
		}
		return new NewsroomQuery(known.orElse(null), after.orElse(null), limit);
	}

	private static Optional<Place> place(String cursor) {
		try {
			String[] words = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 2);
			return (words.length == 2) ? Optional.of(new Place(Instant.parse(words[0]), words[1])) : Optional.empty();
		}
		catch (IllegalArgumentException | DateTimeException ex) {
			return Optional.empty();
		}
	}

	/** The address of the page that begins after this article. */
	String next(Article last) {
		String place = last.saved() + " " + last.id();
		return UriComponentsBuilder.fromPath("/api/newsroom/articles")
			.queryParamIfPresent("state", Optional.ofNullable(this.state).map(State::code))
			.queryParam("limit", this.limit)
			.queryParam("cursor",
					Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8)))
			.build()
			.toUriString();
	}

}
