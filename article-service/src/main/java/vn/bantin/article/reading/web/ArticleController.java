package vn.bantin.article.reading.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.bantin.article.ArticleMeters;
import vn.bantin.article.Problems;
import vn.bantin.article.publishing.Fault;
import vn.bantin.article.publishing.Sections;
import vn.bantin.article.reading.Page;
import vn.bantin.article.reading.Positions;
import vn.bantin.article.reading.Projection;
import vn.bantin.article.reading.Query;

/** What everybody may read. */
@RestController
class ArticleController {

	private static final Duration BARRIER = Duration.ofMillis(500);

	private static final Pattern SEEN = Pattern.compile("articles-(\\d{1,5}):(\\d{1,18})");

	private static final Set<String> LIST_PARAMETERS = new TreeSet<>(
			Set.of("section", "tag", "author", "kind", "q", "cursor", "limit"));

	private final Projection projection;

	private final Positions positions;

	private final Sections sections;

	private final MeterRegistry meters;

	ArticleController(Projection projection, Positions positions, Sections sections, MeterRegistry meters) {
		this.projection = projection;
		this.positions = positions;
		this.sections = sections;
		this.meters = meters;
	}

	@GetMapping("/api/articles/{id}")
	ResponseEntity<?> article(@PathVariable String id,
			@RequestHeader(name = "X-Seen", required = false) @Nullable String seen, HttpServletResponse response) {
		awaitSeen(seen, response);
		Optional<ObjectNode> found = this.projection.find(id);
		if (found.isEmpty()) {
			return Problems.articleNotFound(id);
		}
		ObjectNode article = found.get();
		if (article.has("retracted")) {
			return Problems.retracted(article);
		}
		article.set("related", array(this.projection.related(article)));
		return ResponseEntity.ok(article);
	}

	@GetMapping("/api/articles")
	ResponseEntity<?> articles(@RequestParam MultiValueMap<String, String> parameters,
			@RequestHeader(name = "X-Seen", required = false) @Nullable String seen, HttpServletResponse response) {
		Optional<Fault> fault = fault(parameters);
		if (fault.isPresent()) {
			return Problems.invalid("The query of this list cannot be understood.", List.of(fault.get()));
		}
		awaitSeen(seen, response);
		Page page = this.projection.list(query(parameters));
		ObjectNode list = JsonNodeFactory.instance.objectNode();
		list.set("items", array(page.items()));
		if (page.next() != null) {
			list.put("next", next(parameters, page.next()));
		}
		return ResponseEntity.ok(list);
	}

	@GetMapping("/api/sections")
	JsonNode sections() {
		ArrayNode items = JsonNodeFactory.instance.arrayNode();
		this.sections.all().forEach((it) -> items.addObject().put("slug", it.slug()).put("name", it.name()));
		return JsonNodeFactory.instance.objectNode().set("items", items);
	}

	@GetMapping("/api/tags")
	JsonNode tags() {
		ArrayNode items = JsonNodeFactory.instance.arrayNode();
		this.projection.tags().forEach((slug, name) -> items.addObject().put("slug", slug).put("name", name));
		return JsonNodeFactory.instance.objectNode().set("items", items);
	}

	private void awaitSeen(@Nullable String seen, HttpServletResponse response) {
		Matcher barrier = SEEN.matcher((seen != null) ? seen : "");
		if (barrier.matches() && !this.positions.awaitPassed(Integer.parseInt(barrier.group(1)),
				Long.parseLong(barrier.group(2)), BARRIER)) {
			this.meters.counter(ArticleMeters.BEHIND.meter()).increment();
			response.setHeader("X-Behind", "true");
		}
	}

	private static Optional<Fault> fault(MultiValueMap<String, String> parameters) {
		for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
			String name = parameter.getKey();
			if (!LIST_PARAMETERS.contains(name)) {
				return Optional.of(new Fault(name, parameter.getValue().getFirst(),
						"no such parameter; known are " + String.join(", ", LIST_PARAMETERS)));
			}
			if (parameter.getValue().size() > 1) {
				return Optional.of(new Fault(name, parameter.getValue(), "once at most"));
			}
		}
		String limit = parameters.getFirst("limit");
		if (limit != null && !limit.matches("[1-9]\\d?|100")) {
			return Optional.of(new Fault("limit", limit, "a whole number from 1 to 100"));
		}
		String words = parameters.getFirst("q");
		if (words != null && (words.isBlank() || words.length() > 200)) {
			return Optional.of(new Fault("q", words, "1 to 200 characters"));
		}
		String kind = parameters.getFirst("kind");
		if (kind != null && vn.bantin.article.publishing.Kind.of(kind).isEmpty()) {
			return Optional.of(new Fault("kind", kind, "article or photo-story"));
		}
		return Optional.empty();
	}

	private static Query query(MultiValueMap<String, String> parameters) {
		String limit = parameters.getFirst("limit");
		return new Query(parameters.getFirst("section"), parameters.getFirst("tag"), parameters.getFirst("author"),
				parameters.getFirst("kind"), parameters.getFirst("q"), parameters.getFirst("cursor"),
				(limit != null) ? Integer.parseInt(limit) : 20);
	}

	private static String next(MultiValueMap<String, String> parameters, String cursor) {
		return UriComponentsBuilder.fromPath("/api/articles")
			.queryParams(parameters)
			.replaceQueryParam("cursor", cursor)
			.encode()
			.build()
			.toUriString();
	}

	private static ArrayNode array(List<ObjectNode> items) {
		ArrayNode array = JsonNodeFactory.instance.arrayNode();
		items.forEach(array::add);
		return array;
	}

}
