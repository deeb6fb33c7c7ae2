package vn.bantin.article.publishing.web;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.ExceptionHandler;
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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.bantin.article.InvalidRequest;
import vn.bantin.article.Problems;
import vn.bantin.article.publishing.Article;
import vn.bantin.article.publishing.Articles;
import vn.bantin.article.publishing.Content;
import vn.bantin.article.publishing.ContentJson;
import vn.bantin.article.publishing.DraftReader;
import vn.bantin.article.publishing.Fault;
import vn.bantin.article.publishing.Publishing;
import vn.bantin.article.publishing.StaleRevision;

/**
 * Drafts and the life of an article. Who may call what is decided by
 * {@code SecurityConfiguration}.
 */
@RestController
@RequestMapping("/api/newsroom/articles")
class NewsroomController {

	private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})\"");

	private static final int LONGEST_KEY = 200;

	private final Publishing publishing;

	private final DraftReader drafts;

	NewsroomController(Publishing publishing, DraftReader drafts) {
		this.publishing = publishing;
		this.drafts = drafts;
	}

	@PostMapping
	ResponseEntity<?> create(@RequestBody JsonNode draft, @AuthenticationPrincipal Jwt caller,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
		Content content = this.drafts.read(draft);
		Article article = this.publishing.create(content, name(caller), keyOf(caller, key));
		return answer(HttpStatus.CREATED, article);
	}

	@GetMapping
	ResponseEntity<?> newest(@RequestParam(required = false) @Nullable String state,
			@RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "20") int limit) {
		NewsroomQuery query = NewsroomQuery.of(state, cursor, limit);
		// One more than wanted says whether there is a next page.
		List<Article> found = this.publishing.newest(query.state(), query.after(), limit + 1);
		List<Article> page = found.subList(0, Math.min(limit, found.size()));
		ObjectNode list = JsonNodeFactory.instance.objectNode();
		ArrayNode items = list.putArray("items");
		page.forEach((article) -> {
			ObjectNode item = json(article);
			item.remove("body");
			items.add(item);
		});
		if (found.size() > limit) {
			list.put("next", query.next(page.getLast()));
		}
		return ResponseEntity.ok(list);
	}

	@GetMapping("/{id}")
	ResponseEntity<?> get(@PathVariable String id) {
		return answer(HttpStatus.OK, this.publishing.get(id));
	}

	@PutMapping("/{id}")
	ResponseEntity<?> edit(@PathVariable String id, @RequestBody JsonNode draft, @AuthenticationPrincipal Jwt caller,
			@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
		Optional<Long> expected = revision(ifMatch);
		if (expected.isEmpty()) {
			return revisionRequired(ifMatch);
		}
		Content content = this.drafts.read(draft);
		try {
			return answer(HttpStatus.OK, this.publishing.edit(id, expected.get(), content, name(caller)));
		}
		catch (StaleRevision ex) {
			return stale(ex, ContentJson.write(content).put("revision", ex.expected()));
		}
	}

	@GetMapping("/{id}/revisions")
	JsonNode revisions(@PathVariable String id) {
		ArrayNode items = JsonNodeFactory.instance.arrayNode();
		for (Articles.Version version : this.publishing.versions(id)) {
			ObjectNode item = ContentJson.write(version.content());
			item.put("revision", version.revision())
				.put("state", version.state().code())
				.put("saved", version.saved().toString())
				.put("savedBy", version.savedBy());
			items.add(item);
		}
		return JsonNodeFactory.instance.objectNode().set("items", items);
	}

	@PostMapping("/{id}/publish")
	ResponseEntity<?> publish(@PathVariable String id, @RequestBody(required = false) @Nullable JsonNode body,
			@AuthenticationPrincipal Jwt caller,
			@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
		Optional<Long> expected = revision(ifMatch);
		if (expected.isEmpty()) {
			return revisionRequired(ifMatch);
		}
		Note note = Note.read(body, "correction", false);
		if (note.fault() != null) {
			return Problems.invalid("The request to publish cannot be understood.", List.of(note.fault()));
		}
		return answer(HttpStatus.OK,
				this.publishing.publish(id, expected.get(), note.text(), name(caller), keyOf(caller, key)));
	}

	@PostMapping("/{id}/retract")
	ResponseEntity<?> retract(@PathVariable String id, @RequestBody(required = false) @Nullable JsonNode body,
			@AuthenticationPrincipal Jwt caller,
			@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
		Optional<Long> expected = revision(ifMatch);
		if (expected.isEmpty()) {
			return revisionRequired(ifMatch);
		}
		Note reason = Note.read(body, "reason", true);
		if (reason.fault() != null || reason.text() == null) {
			return Problems.invalid("The request to retract cannot be understood.",
					List.of((reason.fault() != null) ? reason.fault() : Note.missing("reason")));
		}
		return answer(HttpStatus.OK,
				this.publishing.retract(id, expected.get(), reason.text(), name(caller), keyOf(caller, key)));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(StaleRevision ex) {
		return stale(ex, JsonNodeFactory.instance.objectNode().put("revision", ex.expected()));
	}

	private static ResponseEntity<ProblemDetail> stale(StaleRevision ex, ObjectNode yours) {
		return Problems.problem(HttpStatus.CONFLICT, "stale-revision", "Somebody else changed the article",
				String.valueOf(ex.getMessage()), (it) -> {
					it.setProperty("current", json(ex.current()));
					it.setProperty("yours", yours);
				});
	}

	private static Optional<Long> revision(@Nullable String ifMatch) {
		Matcher matcher = ETAG.matcher((ifMatch != null) ? ifMatch.strip() : "");
		return matcher.matches() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
	}

	private static ResponseEntity<ProblemDetail> revisionRequired(@Nullable String ifMatch) {
		Fault fault = new Fault("If-Match", ifMatch, "the revision that your change starts from, such as \"3\"");
		if (ifMatch != null) {
			return Problems.invalid("The header If-Match is no revision.", List.of(fault));
		}
		return Problems.problem(HttpStatus.PRECONDITION_REQUIRED, "precondition-required", "A revision is needed",
				"This request needs the header If-Match with " + fault.allowed() + ".", (it) -> {
				});
	}

	/** One person's words must not meet another's. */
	private static @Nullable String keyOf(Jwt caller, @Nullable String key) {
		if (key == null) {
			return null;
		}
		if (key.isBlank() || key.length() > LONGEST_KEY) {
			throw new InvalidRequest("The header Idempotency-Key cannot be used.",
					List.of(new Fault("Idempotency-Key", key, "1 to " + LONGEST_KEY + " characters")));
		}
		return caller.getSubject() + "/" + key;
	}

	private static String name(Jwt caller) {
		String name = caller.getClaimAsString("name");
		return (name != null) ? name : String.valueOf(caller.getSubject());
	}

	private static ResponseEntity<?> answer(HttpStatus status, Article article) {
		return ResponseEntity.status(status).eTag("\"" + article.revision() + "\"").body(json(article));
	}

	private static ObjectNode json(Article article) {
		return JsonNodeFactory.instance.objectNode()
			.put("id", article.id())
			.put("revision", article.revision())
			.put("state", article.state().code())
			.put("url", article.url())
			.put("saved", article.saved().toString())
			.put("savedBy", article.savedBy())
			.setAll(ContentJson.write(article.content()));
	}

}
