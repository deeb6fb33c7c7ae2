package vn.bantin.gateway.site.rating;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.gateway.cache.Dependencies;
import vn.bantin.gateway.change.Changes;
import vn.bantin.gateway.change.Tag;
import vn.bantin.gateway.origin.Origin;
import vn.bantin.gateway.site.answer.Answers;
import vn.bantin.gateway.site.answer.Fields;

/** Gets what readers gave, and sends votes. */
@Component
public class Ratings {

	private final Answers answers;

	private final Function<String, Mono<Optional<List<TopRated>>>> topRated;

	private final Changes changes;

	private final JsonMapper json;

	Ratings(Answers answers, Changes changes, JsonMapper json) {
		this.answers = answers;
		this.changes = changes;
		this.json = json;
		this.topRated = answers.cached(Origin.RATING, (fields) -> TopRated.readAll(fields.list("items")));
	}

	/**
	 * The tally of an article.
	 * @param id the article's id
	 * @param token the token of a reader who may have voted, null for none
	 * @return the tally with the reader's own vote, empty when it did not come in time
	 */
	public Mono<Optional<Tally>> tally(String id, @Nullable String token) {
		if (token == null && this.changes.isCurrent()) {
			return shown(id, told(id).orElse(Tally.NONE));
		}
		return this.answers.optional(Origin.RATING, path(id), token, Tally::read)
			.map((tally) -> tally.flatMap(Function.identity()).or(() -> told(id)))
			.flatMap((tally) -> tally.isPresent() ? shown(id, tally.get()) : Mono.just(tally));
	}

	/** What the topic has told. */
	private Optional<Tally> told(String id) {
		return this.changes.tally(id).flatMap((change) -> Tally.read(new Fields(this.json.readTree(change.json()))));
	}

	private static Mono<Optional<Tally>> shown(String id, Tally tally) {
		return Dependencies.note(Optional.of(tally), (dependencies) -> {
			dependencies.on(List.of(Tag.tally(id)));
			dependencies.tally(tally.version());
		});
	}

	/**
	 * The articles that readers liked best.
	 * @param limit how many at most
	 * @return the articles, best first, none when they did not come in time
	 */
	public Mono<List<TopRated>> topRated(int limit) {
		return this.topRated.apply("/api/articles/top-rated?limit=" + limit).map((rated) -> rated.orElse(List.of()));
	}

	/**
	 * Sends a reader's vote.
	 * @param id the article's id
	 * @param token the reader's token
	 * @param stars 1 to 5, null to withdraw the vote
	 * @return the HTTP status that rating-service answered
	 */
	public Mono<Integer> vote(String id, String token, @Nullable Integer stars) {
		byte[] vote = (stars != null) ? ("{\"stars\":" + stars + "}").getBytes(StandardCharsets.UTF_8) : null;
		return this.answers.change((stars != null) ? HttpMethod.PUT : HttpMethod.DELETE, Origin.RATING,
				path(id) + "/mine", token, vote);
	}

	private static String path(String id) {
		return "/api/articles/" + id + "/rating";
	}

}
