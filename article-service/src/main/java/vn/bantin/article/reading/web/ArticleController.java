package vn.bantin.article.reading.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import vn.bantin.article.publishing.Sections;
import vn.bantin.article.reading.ArticleQuery;
import vn.bantin.article.reading.ArticleSearch;
import vn.bantin.article.reading.ArticleSearch.Page;
import vn.bantin.article.reading.PublicArticle;
import vn.bantin.article.reading.PublicArticle.Live;
import vn.bantin.article.reading.PublicArticle.Retracted;
import vn.bantin.article.reading.PublicArticle.Section;

/** What everybody may read. */
@RestController
class ArticleController {

	private static final String WORDS = "1 to 200 characters";

	private final ArticleSearch articles;

	private final Sections sections;

	ArticleController(ArticleSearch articles, Sections sections) {
		this.articles = articles;
		this.sections = sections;
	}

	@GetMapping("/api/articles/{id}")
	ResponseEntity<?> article(@PathVariable String id) {
		return this.articles.find(id)
			.<ResponseEntity<?>>map(this::answer)
			.orElseGet(() -> ReadingProblems.notFound(id));
	}

	private ResponseEntity<?> answer(PublicArticle article) {
		return switch (article) {
			case Live it -> ResponseEntity.ok(new ArticleWithRelated(it, this.articles.related(it)));
			case Retracted it -> ReadingProblems.retracted(it);
		};
	}

	@GetMapping("/api/articles")
	Items<Live> articles(@RequestParam(required = false) @Nullable String section,
			@RequestParam(required = false) @Nullable String tag,
			@RequestParam(required = false) @Nullable String author,
			@RequestParam(required = false) @Pattern(regexp = "article|photo-story",
					message = "article or photo-story") @Nullable String kind,
			@RequestParam(required = false) @Size(max = 200, message = WORDS) @Pattern(regexp = "(?s).*\\S.*",
					message = WORDS) @Nullable String q,
			@RequestParam(required = false) @Nullable String cursor,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit, HttpServletRequest request) {
		Page page = this.articles.page(new ArticleQuery(section, tag, author, kind, q, cursor, limit));
		return new Items<>(page.items(), (page.next() != null) ? next(request, page.next()) : null);
	}

	@GetMapping("/api/sections")
	Items<Sections.Section> sections() {
		return new Items<>(this.sections.all(), null);
	}

	@GetMapping("/api/tags")
	Items<Section> tags() {
		return new Items<>(this.articles.tags()
			.entrySet()
			.stream()
			.map((tag) -> new Section(tag.getKey(), tag.getValue()))
			.toList(), null);
	}

	/** The address of the same list after the cursor. */
	private static String next(HttpServletRequest request, String cursor) {
		Map<String, Object> parameters = new LinkedHashMap<>();
		request.getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
		parameters.put("cursor", cursor);
		UriComponentsBuilder next = UriComponentsBuilder.fromPath("/api/articles");
		// As variables they are encoded strictly: a plus remains a plus.
		parameters.keySet().forEach((name) -> next.queryParam(name, "{" + name + "}"));
		return next.encode().buildAndExpand(parameters).toUriString();
	}

	/** An article's answer. */
	record ArticleWithRelated(@JsonUnwrapped Live article, List<Live> related) {
	}

	/** One page of a list, or all of it. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Items<T>(List<T> items, @Nullable String next) {
	}

}
