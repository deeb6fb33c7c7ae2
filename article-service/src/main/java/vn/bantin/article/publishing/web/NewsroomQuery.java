package vn.bantin.article.publishing.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.bantin.service.problem.InvalidRequest;
import vn.bantin.article.publishing.Article;
import vn.bantin.article.publishing.Article.State;
import vn.bantin.article.publishing.Articles.Place;

/**
 * Which of the newsroom's articles to list.
 *
 * @param state only those in this state, or null for all
 * @param after where the previous page ended, or null for the first
 * @param limit 1 to 100
 */
record NewsroomQuery(@Nullable State state, @Nullable Place after, int limit) {

	static NewsroomQuery of(@Nullable String state, @Nullable String cursor, int limit) {
		return new NewsroomQuery(Optional.ofNullable(state).flatMap(State::of).orElse(null),
				(cursor != null) ? place(cursor) : null, limit);
	}

	private static Place place(String cursor) {
		try {
			String[] words = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 2);
			return new Place(Instant.parse(words[0]), words[1]);
		}
		catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException ex) {
			throw new InvalidRequest("cursor", cursor, "the cursor of a next link of the same list");
		}
	}

	/** The address of the page after this article. */
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
