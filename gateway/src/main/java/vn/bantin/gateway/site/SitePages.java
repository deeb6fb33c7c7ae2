package vn.bantin.gateway.site;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;

import vn.bantin.gateway.identity.Readers;
import vn.bantin.gateway.site.content.Name;
import vn.bantin.gateway.site.content.Story;
import vn.bantin.gateway.site.content.StoryList;
import vn.bantin.gateway.site.content.Tally;
import vn.bantin.gateway.site.view.ArticlePage;
import vn.bantin.gateway.site.view.Boxes;
import vn.bantin.gateway.site.view.Head;
import vn.bantin.gateway.site.view.HomePage;
import vn.bantin.gateway.site.view.ListPage;
import vn.bantin.gateway.site.words.Words;

/** The reader's pages by their addresses. What a page needs is asked for all at once. */
@Controller
class SitePages {

	static final String SECTION = "{section:(?!api$|assets$|actuator$)[a-z0-9-]+}";

	static final String ARTICLE = "/{section}/{page:.+-[a-z0-9]{10}}";

	private static final int ID_LENGTH = 10;

	private static final int LIST_LENGTH = 20;

	private static final int NEWEST = 6;

	private static final int OF_SECTION = 4;

	private static final int PHOTO_STORIES = 3;

	private static final int TOP_RATED = 5;

	private static final int LONGEST_QUESTION = 200;

	private final Parts parts;

	private final Pages pages;

	private final Heads heads;

	private final Readers readers;

	SitePages(Parts parts, Pages pages, Heads heads, Readers readers) {
		this.parts = parts;
		this.pages = pages;
		this.heads = heads;
		this.readers = readers;
	}

	@GetMapping("/")
	Mono<ResponseEntity<byte[]>> home(ServerWebExchange exchange) {
		Words words = this.pages.words(exchange);
		Mono<List<Name>> sections = this.parts.sections().cache();
		Mono<List<HomePage.Section>> blocks = sections.flatMapMany(Flux::fromIterable)
			.flatMapSequential((section) -> this.parts.listBeside("section=" + section.slug() + "&limit=" + OF_SECTION)
				.map((list) -> new HomePage.Section(section, list.items())))
			.filter((section) -> !section.stories().isEmpty())
			.collectList();
		return Mono
			.zip(this.parts.list("limit=" + (NEWEST + 1)), sections, blocks, this.parts.topRated(TOP_RATED),
					boxes(exchange))
			.flatMap((found) -> {
				List<Story> newest = found.getT1().items();
				HomePage page = new HomePage(newest.isEmpty() ? null : newest.getFirst(),
						newest.stream().skip(1).toList(), found.getT3(), found.getT4(), found.getT5());
				Head head = this.heads.list(exchange.getRequest(), words.text("home.title"),
						words.text("home.description"), "/", null);
				return this.pages.answer(exchange, HttpStatus.OK, "home", head, found.getT2(), page);
			});
	}

	@GetMapping("/" + SECTION)
	Mono<ResponseEntity<byte[]>> section(ServerWebExchange exchange, @PathVariable String section,
			@RequestParam(required = false) @Nullable String cursor) {
		return Mono
			.zip(this.parts.sections(), this.parts.list("section=" + section + "&" + stretch(cursor)), boxes(exchange))
			.flatMap((found) -> {
				Words words = this.pages.words(exchange);
				Name name = named(section, found.getT1(), found.getT2());
				Head head = this.heads.list(exchange.getRequest(), name.name(), words.text("list.section", name.name()),
						"/" + section, section);
				return list(exchange, head, found.getT1(), name.name(), null, found.getT2(), "/" + section, "",
						found.getT3());
			});
	}

	@GetMapping(ARTICLE)
	Mono<ResponseEntity<byte[]>> article(ServerWebExchange exchange, @PathVariable String page) {
		String id = idOf(page);
		Mono<Optional<Tally>> tally = this.parts.tally(id, this.readers.returning(exchange));
		return Mono.zip(this.parts.story(id), tally, this.parts.sections(), boxes(exchange)).flatMap((found) -> {
			Story story = found.getT1();
			if (!exchange.getRequest().getURI().getRawPath().equals(story.url())) {
				return Mono.just(moved(exchange, story));
			}
			Head head = this.heads.article(exchange.getRequest(), story, this.pages.words(exchange).text("paper.name"));
			return this.pages.answer(exchange, HttpStatus.OK, "article", head, found.getT3(),
					new ArticlePage(story, found.getT2().orElse(null), without(story, found.getT4())));
		});
	}

	@GetMapping("/phong-su-anh")
	Mono<ResponseEntity<byte[]>> photoStories(ServerWebExchange exchange,
			@RequestParam(required = false) @Nullable String cursor) {
		Words words = this.pages.words(exchange);
		String title = words.text("photos.title");
		return Mono.zip(this.parts.sections(), this.parts.list("kind=photo-story&" + stretch(cursor)), boxes(exchange))
			.flatMap((found) -> {
				Head head = this.heads.list(exchange.getRequest(), title, words.text("photos.description"),
						"/phong-su-anh", null);
				return this.pages.answer(exchange, HttpStatus.OK, "list", head, found.getT1(), paged(title, null,
						found.getT2(), "/phong-su-anh", "", cursorOf(exchange) != null, true, found.getT3()));
			});
	}

	@GetMapping("/tac-gia/{author:[a-z0-9-]+}")
	Mono<ResponseEntity<byte[]>> author(ServerWebExchange exchange, @PathVariable String author,
			@RequestParam(required = false) @Nullable String cursor) {
		String path = "/tac-gia/" + author;
		return Mono
			.zip(this.parts.sections(), this.parts.list("author=" + author + "&" + stretch(cursor)), boxes(exchange))
			.flatMap((found) -> {
				StoryList stories = found.getT2();
				Name name = stories.items()
					.stream()
					.flatMap((story) -> story.authors().stream())
					.filter((each) -> each.slug().equals(author))
					.findFirst()
					.orElseThrow(() -> new PageRefused(HttpStatus.NOT_FOUND));
				String title = this.pages.words(exchange).text("author.title", name.name());
				Head head = this.heads.list(exchange.getRequest(), title, null, path, null);
				return list(exchange, head, found.getT1(), title, null, stories, path, "", found.getT3());
			});
	}

	@GetMapping("/tim-kiem")
	Mono<ResponseEntity<byte[]>> search(ServerWebExchange exchange, @RequestParam(defaultValue = "") String q,
			@RequestParam(required = false) @Nullable String cursor) {
		Words words = this.pages.words(exchange);
		String question = q.strip();
		question = question.substring(0, Math.min(question.length(), LONGEST_QUESTION));
		String query = "q=" + Parts.encoded(question);
		boolean asked = !question.isEmpty();
		String heading = asked ? words.text("search.results", question) : words.text("search.title");
		Mono<StoryList> stories = asked ? this.parts.list(query + "&" + stretch(cursor)) : Mono.just(StoryList.EMPTY);
		return Mono.zip(this.parts.sections(), stories, boxes(exchange))
			.flatMap((found) -> list(exchange, Head.unlisted(heading), found.getT1(), heading,
					asked ? null : words.text("search.ask"), found.getT2(), "/tim-kiem", query, found.getT3()));
	}

	/** An article's id is the end of every address it ever had. */
	static String idOf(String page) {
		return page.substring(page.length() - ID_LENGTH);
	}

	private Mono<ResponseEntity<byte[]>> list(ServerWebExchange exchange, Head head, List<Name> sections,
			String heading, @Nullable String note, StoryList stories, String path, String query, Boxes boxes) {
		return this.pages.answer(exchange, HttpStatus.OK, "list", head, sections,
				paged(heading, note, stories, path, query, cursorOf(exchange) != null, false, boxes));
	}

	private static ListPage paged(String heading, @Nullable String note, StoryList stories, String path, String query,
			boolean later, boolean gallery, Boxes boxes) {
		String prefix = query.isEmpty() ? "?" : "?" + query + "&";
		String next = (stories.cursor() != null) ? path + prefix + "cursor=" + stories.cursor() : null;
		String first = later ? path + (query.isEmpty() ? "" : "?" + query) : null;
		return new ListPage(heading, note, stories, first, next, gallery, boxes);
	}

	private Mono<Boxes> boxes(ServerWebExchange exchange) {
		return Mono
			.zip(this.parts.photoStories(PHOTO_STORIES + 1), this.parts.forecast(Pages.choices(exchange).place()),
					this.parts.places(), this.parts.board(), this.parts.chart())
			.map((found) -> new Boxes(found.getT1().stream().limit(PHOTO_STORIES).toList(), found.getT2().orElse(null),
					found.getT3(), found.getT4().orElse(null), found.getT5().orElse(null)));
	}

	/** A photo story does not recommend itself. */
	private static Boxes without(Story story, Boxes boxes) {
		return new Boxes(boxes.photoStories().stream().filter((each) -> !each.id().equals(story.id())).toList(),
				boxes.forecast(), boxes.places(), boxes.board(), boxes.chart());
	}

	/**
	 * While the sections cannot be had, an article tells its section's name; a section
	 * nobody knows is no page.
	 */
	private static Name named(String slug, List<Name> sections, StoryList stories) {
		return sections.stream()
			.filter((section) -> section.slug().equals(slug))
			.findFirst()
			.or(() -> stories.items()
				.stream()
				.flatMap((story) -> Optional.ofNullable(story.section()).stream())
				.filter((section) -> section.slug().equals(slug))
				.findFirst())
			.orElseThrow(() -> new PageRefused(HttpStatus.NOT_FOUND));
	}

	private static ResponseEntity<byte[]> moved(ServerWebExchange exchange, Story story) {
		String query = exchange.getRequest().getURI().getRawQuery();
		URI current = URI.create((query != null) ? story.url() + "?" + query : story.url());
		return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY).location(current).build();
	}

	private static String stretch(@Nullable String cursor) {
		return "limit=" + LIST_LENGTH + ((cursor != null) ? "&cursor=" + Parts.encoded(cursor) : "");
	}

	private static @Nullable String cursorOf(ServerWebExchange exchange) {
		return exchange.getRequest().getQueryParams().getFirst("cursor");
	}

}
