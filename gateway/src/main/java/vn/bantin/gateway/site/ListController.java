package vn.bantin.gateway.site;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.bantin.gateway.site.answer.Answers;
import vn.bantin.gateway.site.answer.Name;
import vn.bantin.gateway.site.answer.PageRefused;
import vn.bantin.gateway.site.box.BoxSource;
import vn.bantin.gateway.site.frame.Head;
import vn.bantin.gateway.site.frame.Pages;
import vn.bantin.gateway.site.story.Stories;
import vn.bantin.gateway.site.story.Story;
import vn.bantin.gateway.site.story.StoryList;
import vn.bantin.gateway.site.words.Words;

/** The pages that list articles: sections, photo stories, authors, search results. */
@Controller
class ListController {

	private static final String SECTION = "{section:(?!api$|assets$|actuator$)[a-z0-9-]+}";

	private static final int LIST_LENGTH = 20;

	private static final int LONGEST_QUESTION = 200;

	private final Stories stories;

	private final BoxSource boxes;

	private final Heads heads;

	private final Pages pages;

	ListController(Stories stories, BoxSource boxes, Heads heads, Pages pages) {
		this.stories = stories;
		this.boxes = boxes;
		this.heads = heads;
		this.pages = pages;
	}

	@GetMapping("/" + SECTION)
	Mono<ResponseEntity<byte[]>> section(ServerWebExchange exchange, @PathVariable String section,
			@RequestParam(required = false) @Nullable String cursor) {
		String path = "/" + section;
		return list(exchange, this.stories.list("section=" + section + "&" + slice(cursor)), (found) -> {
			Name name = named(section, found.sections(), found.stories());
			String description = this.pages.words(exchange).text("list.section", name.name());
			Head head = this.heads.list(name.name(), description, path, section);
			return new Listing(head, name.name(), null, new Paging(path, "", cursor), false);
		});
	}

	@GetMapping("/phong-su-anh")
	Mono<ResponseEntity<byte[]>> photoStories(ServerWebExchange exchange,
			@RequestParam(required = false) @Nullable String cursor) {
		Words words = this.pages.words(exchange);
		String path = "/phong-su-anh";
		return list(exchange, this.stories.list("kind=photo-story&" + slice(cursor)), (found) -> {
			String title = words.text("photos.title");
			Head head = this.heads.list(title, words.text("photos.description"), path, null);
			return new Listing(head, title, null, new Paging(path, "", cursor), true);
		});
	}

	@GetMapping("/tac-gia/{author:[a-z0-9-]+}")
	Mono<ResponseEntity<byte[]>> author(ServerWebExchange exchange, @PathVariable String author,
			@RequestParam(required = false) @Nullable String cursor) {
		String path = "/tac-gia/" + author;
		return list(exchange, this.stories.list("author=" + author + "&" + slice(cursor)), (found) -> {
			Name name = found.stories()
				.items()
				.stream()
				.flatMap((story) -> story.authors().stream())
				.filter((each) -> each.slug().equals(author))
				.findFirst()
				.orElseThrow(() -> new PageRefused(HttpStatus.NOT_FOUND));
			String title = this.pages.words(exchange).text("author.title", name.name());
			Head head = this.heads.list(title, null, path, null);
			return new Listing(head, title, null, new Paging(path, "", cursor), false);
		});
	}

	@GetMapping("/tim-kiem")
	Mono<ResponseEntity<byte[]>> search(ServerWebExchange exchange, @RequestParam(defaultValue = "") String q,
			@RequestParam(required = false) @Nullable String cursor) {
		Words words = this.pages.words(exchange);
		String stripped = q.strip();
		String question = stripped.substring(0, Math.min(stripped.length(), LONGEST_QUESTION));
		String query = "q=" + Answers.encoded(question);
		boolean empty = question.isEmpty();
		Mono<StoryList> stories = empty ? Mono.just(StoryList.EMPTY) : this.stories.list(query + "&" + slice(cursor));
		return list(exchange, stories, (found) -> {
			String heading = empty ? words.text("search.title") : words.text("search.results", question);
			return new Listing(Head.unlisted(heading), heading, empty ? words.text("search.ask") : null,
					new Paging("/tim-kiem", query, cursor), false);
		});
	}

	private Mono<ResponseEntity<byte[]>> list(ServerWebExchange exchange, Mono<StoryList> stories,
			Function<Found, Listing> listing) {
		return Mono.zip(this.stories.sections(), stories, this.boxes.boxes(this.pages.place(exchange)))
			.flatMap((found) -> {
				Listing list = listing.apply(new Found(found.getT1(), found.getT2()));
				ListPage page = new ListPage(list.heading(), list.note(), found.getT2(), list.paging().first(),
						list.paging().next(found.getT2()), list.gallery(), found.getT3());
				return this.pages.answer(exchange, HttpStatus.OK, "list", list.head(), found.getT1(), page);
			});
	}

	/**
	 * While the sections are not available, an article tells its section's name; an
	 * unknown section has no page.
	 */
	private static Name named(String slug, List<Name> sections, StoryList stories) {
		return sections.stream()
			.filter((section) -> section.slug().equals(slug))
			.findFirst()
			.or(() -> stories.items()
				.stream()
				.map(Story::section)
				.flatMap((section) -> Optional.ofNullable(section).stream())
				.filter((section) -> section.slug().equals(slug))
				.findFirst())
			.orElseThrow(() -> new PageRefused(HttpStatus.NOT_FOUND));
	}

	private static String slice(@Nullable String cursor) {
		return "limit=" + LIST_LENGTH + ((cursor != null) ? "&cursor=" + Answers.encoded(cursor) : "");
	}

	private record Found(List<Name> sections, StoryList stories) {
	}

	private record Listing(Head head, String heading, @Nullable String note, Paging paging, boolean gallery) {
	}

	/** The addresses of a list's other pages. */
	private record Paging(String path, String query, @Nullable String cursor) {

		@Nullable String first() {
			return (this.cursor != null) ? this.path + (this.query.isEmpty() ? "" : "?" + this.query) : null;
		}

		@Nullable String next(StoryList stories) {
			String prefix = this.query.isEmpty() ? "?" : "?" + this.query + "&";
			return (stories.cursor() != null) ? this.path + prefix + "cursor=" + stories.cursor() : null;
		}

	}

}
