package vn.bantin.article.publishing.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import vn.bantin.article.publishing.Article;
import vn.bantin.article.publishing.Content;
import vn.bantin.article.publishing.DraftReader;
import vn.bantin.article.publishing.Publishing;
import vn.bantin.article.publishing.Refusal.StaleRevision;

/** Drafts and the life of an article, for callers with the roles this needs. */
@RestController
@RequestMapping("/api/newsroom/articles")
class NewsroomController {

	private static final String IF_MATCH = "If-Match";

	private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

	private static final String KEY = "(?=.*\\S).{1,200}";

	private static final String KEY_ALLOWED = "1 to 200 characters";

	private final Publishing publishing;

	private final DraftReader drafts;

	NewsroomController(Publishing publishing, DraftReader drafts) {
		this.publishing = publishing;
		this.drafts = drafts;
	}

	/**
	 * Creates a draft.
	 * @param key the same key again does nothing again and answers the same
	 */
	@PostMapping
	ResponseEntity<?> create(@RequestBody JsonNode draft, @AuthenticationPrincipal Jwt caller,
			@RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Pattern(regexp = KEY,
					message = KEY_ALLOWED) @Nullable String key) {
		Content content = this.drafts.read(draft);
		return answer(HttpStatus.CREATED, this.publishing.create(content, name(caller), ownKey(caller, key)));
	}

	/**
	 * The newsroom's articles, without their bodies. The last saved come first.
	 * @param state their state
	 * @param cursor where the page before ended, from its {@code next}
	 * @param limit how many at most
	 */
	@GetMapping
	Items newest(
			@RequestParam(required = false) @Pattern(regexp = "draft|published|retracted",
					message = "draft, published or retracted") @Nullable String state,
			@RequestParam(required = false) @Nullable String cursor,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
		NewsroomQuery query = NewsroomQuery.of(state, cursor, limit);
		// One more than wanted shows whether there is a next page.
		List<Article> found = this.publishing.newest(query.state(), query.after(), limit + 1);
		List<Article> page = found.subList(0, Math.min(limit, found.size()));
		return new Items(page.stream().map(ArticleJson::summary).toList(),
				(found.size() > limit) ? query.next(page.getLast()) : null);
	}

	/**
	 * An article as it was saved last.
	 * @param id the article's id
	 */
	@GetMapping("/{id}")
	ResponseEntity<?> get(@PathVariable String id) {
		return answer(HttpStatus.OK, this.publishing.get(id));
	}

	/**
	 * Saves another revision. Readers do not see it before it is published.
	 * @param id the article's id
	 * @param ifMatch the revision that the change starts from
	 */
	@PutMapping("/{id}")
	ResponseEntity<?> edit(@PathVariable String id, @RequestBody JsonNode draft, @AuthenticationPrincipal Jwt caller,
			@RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch) {
		long expected = IfMatch.revision(ifMatch);
		Content content = this.drafts.read(draft);
		try {
			return answer(HttpStatus.OK, this.publishing.edit(id, expected, content, name(caller)));
		}
		catch (StaleRevision ex) {
			return ResponseEntity.of(PublishingProblems.stale(ex, content.json())).build();
		}
	}

	/**
	 * Every revision of an article, the newest first.
	 * @param id the article's id
	 */
	@GetMapping("/{id}/revisions")
	Items revisions(@PathVariable String id) {
		return new Items(this.publishing.versions(id).stream().map(ArticleJson::of).toList(), null);
	}

	/**
	 * Shows readers what was saved last. Of an article that is published already it is an
	 * update, or a correction that readers are told.
	 * @param id the article's id
	 * @param ifMatch the revision to publish
	 * @param key the same key again does nothing again and answers the same
	 */
	@PostMapping("/{id}/publish")
	ResponseEntity<?> publish(@PathVariable String id, @RequestBody(required = false) @Nullable JsonNode body,
			@AuthenticationPrincipal Jwt caller,
			@RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Pattern(regexp = KEY,
					message = KEY_ALLOWED) @Nullable String key) {
		long expected = IfMatch.revision(ifMatch);
		String correction = Note.optional(body, "correction");
		return answer(HttpStatus.OK,
				this.publishing.publish(id, expected, correction, name(caller), ownKey(caller, key)));
	}

	/**
	 * Takes an article back. All its addresses then tell readers the reason.
	 * @param id the article's id
	 * @param ifMatch the revision to retract
	 * @param key the same key again does nothing again and answers the same
	 */
	@PostMapping("/{id}/retract")
	ResponseEntity<?> retract(@PathVariable String id, @RequestBody(required = false) @Nullable JsonNode body,
			@AuthenticationPrincipal Jwt caller,
			@RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Pattern(regexp = KEY,
					message = KEY_ALLOWED) @Nullable String key) {
		long expected = IfMatch.revision(ifMatch);
		String reason = Note.required(body, "reason");
		return answer(HttpStatus.OK, this.publishing.retract(id, expected, reason, name(caller), ownKey(caller, key)));
	}

	/** Two people may choose the same key. */
	private static @Nullable String ownKey(Jwt caller, @Nullable String key) {
		return (key != null) ? caller.getSubject() + "/" + key : null;
	}

	private static String name(Jwt caller) {
		String name = caller.getClaimAsString("name");
		return (name != null) ? name : String.valueOf(caller.getSubject());
	}

	private static ResponseEntity<?> answer(HttpStatus status, Article article) {
		return ResponseEntity.status(status).eTag("\"" + article.revision() + "\"").body(ArticleJson.of(article));
	}

	/**
	 * One page of a list.
	 *
	 * @param items may be empty
	 * @param next the address of the next page; missing on the last one
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Items(List<? extends JsonNode> items, @Nullable String next) {
	}

}
