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
import vn.bantin.article.reading.web.ReadingProblems.RetractedArticle;
import vn.bantin.article.reading.web.ReadingProblems.UnknownArticle;

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

	/**
	 * One article, with others of its section.
	 * @param id the article's id
	 */
	@GetMapping("/api/articles/{id}")
	ArticleWithRelated article(@PathVariable String id) {
		PublicArticle found = this.articles.find(id).orElseThrow(() -> new UnknownArticle(id));
		return switch (found) {
			case Live it -> new ArticleWithRelated(it, this.articles.related(it));
			case Retracted it -> throw new RetractedArticle(it);
		};
	}

	/**
	 * Published articles, without their bodies. The newest come first; of a search those
	 * that fit best.
	 * @param section slug of their section
	 * @param tag slug of one of their tags
	 * @param author slug of one of their authors
	 * @param kind their sort
	 * @param q words to search for; without diacritics they find those with
	 * @param cursor where the page before ended, from its {@code next}
	 * @param limit how many at most
	 */
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

	/**
	 * The sections in the order of the navigation.
	 */
	@GetMapping("/api/sections")
	Items<Sections.Section> sections() {
		return new Items<>(this.sections.all(), null);
	}

	/**
	 * The tags of all published articles.
	 */
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

	/**
	 * An article's answer.
	 *
	 * @param article the article
	 * @param related others of its section, without their bodies
	 */
	record ArticleWithRelated(@JsonUnwrapped Live article, List<Live> related) {
	}

	/**
	 * One page of a list, or all of it.
	 *
	 * @param items may be empty
	 * @param next the address of the next page; missing on the last one
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Items<T>(List<T> items, @Nullable String next) {
	}

}
