package vn.bantin.gateway.site;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.bantin.gateway.site.answer.Name;
import vn.bantin.gateway.site.box.BoxSource;
import vn.bantin.gateway.site.frame.Head;
import vn.bantin.gateway.site.frame.Pages;
import vn.bantin.gateway.site.rating.Ratings;
import vn.bantin.gateway.site.story.Stories;
import vn.bantin.gateway.site.story.Story;
import vn.bantin.gateway.site.words.Words;

/** The front page. */
@Controller
class HomeController {

	private static final int NEWEST = 6;

	private static final int OF_SECTION = 4;

	private static final int TOP_RATED = 5;

	private final Stories stories;

	private final Ratings ratings;

	private final BoxSource boxes;

	private final Heads heads;

	private final Pages pages;

	HomeController(Stories stories, Ratings ratings, BoxSource boxes, Heads heads, Pages pages) {
		this.stories = stories;
		this.ratings = ratings;
		this.boxes = boxes;
		this.heads = heads;
		this.pages = pages;
	}

	@GetMapping("/")
	Mono<ResponseEntity<byte[]>> home(ServerWebExchange exchange) {
		Mono<List<Name>> sections = this.stories.sections().cache();
		Mono<List<HomePage.Section>> newestOfSections = sections.flatMapMany(Flux::fromIterable)
			.flatMapSequential(this::newest)
			.filter((section) -> !section.stories().isEmpty())
			.collectList();
		return Mono
			.zip(this.stories.list("limit=" + (NEWEST + 1)), sections, newestOfSections,
					this.ratings.topRated(TOP_RATED), this.boxes.boxes(this.pages.place(exchange)))
			.flatMap((found) -> {
				List<Story> newest = found.getT1().items();
				HomePage page = new HomePage(newest.isEmpty() ? null : newest.getFirst(),
						newest.stream().skip(1).toList(), found.getT3(), found.getT4(), found.getT5());
				Words words = this.pages.words(exchange);
				Head head = this.heads.list(words.text("home.title"), words.text("home.description"), "/", null);
				return this.pages.answer(exchange, HttpStatus.OK, "home", head, found.getT2(), page);
			});
	}

	private Mono<HomePage.Section> newest(Name section) {
		return this.stories.listBeside("section=" + section.slug() + "&limit=" + OF_SECTION)
			.map((stories) -> new HomePage.Section(section, stories));
	}

}
