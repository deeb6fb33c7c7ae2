package vn.bantin.gateway.site;

import java.net.URI;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.bantin.gateway.identity.InnerTokens;
import vn.bantin.gateway.origin.Origin;
import vn.bantin.gateway.site.box.BoxSource;
import vn.bantin.gateway.site.frame.Head;
import vn.bantin.gateway.site.frame.Pages;
import vn.bantin.gateway.site.rating.Ratings;
import vn.bantin.gateway.site.story.Stories;
import vn.bantin.gateway.site.story.Story;

/** The page of an article or photo story. */
@Controller
class ArticleController {

	static final String PATH = "/{section}/{page:.+-[a-z0-9]{10}}";

	private static final int ID_LENGTH = 10;

	private final Stories stories;

	private final Ratings ratings;

	private final BoxSource boxes;

	private final InnerTokens tokens;

	private final Heads heads;

	private final Pages pages;

	ArticleController(Stories stories, Ratings ratings, BoxSource boxes, InnerTokens tokens, Heads heads, Pages pages) {
		this.stories = stories;
		this.ratings = ratings;
		this.boxes = boxes;
		this.tokens = tokens;
		this.heads = heads;
		this.pages = pages;
	}

	@GetMapping(PATH)
	Mono<ResponseEntity<byte[]>> article(ServerWebExchange exchange, @PathVariable String page) {
		String id = idOf(page);
		String token = this.tokens.returningReader(exchange, Origin.RATING).orElse(null);
		return Mono
			.zip(this.stories.story(id), this.ratings.tally(id, token), this.stories.sections(),
					this.boxes.boxes(this.pages.place(exchange)))
			.flatMap((found) -> {
				Story story = found.getT1();
				if (!exchange.getRequest().getURI().getRawPath().equals(story.url())) {
					return Mono.just(moved(exchange, story));
				}
				Head head = this.heads.article(story, this.pages.words(exchange).text("paper.name"));
				return this.pages.answer(exchange, HttpStatus.OK, "article", head, found.getT3(),
						new ArticlePage(story, found.getT2().orElse(null), found.getT4().beside(story)));
			});
	}

	/** Every address that an article ever had ends with its id. */
	static String idOf(String page) {
		return page.substring(page.length() - ID_LENGTH);
	}

	private static ResponseEntity<byte[]> moved(ServerWebExchange exchange, Story story) {
		String query = exchange.getRequest().getURI().getRawQuery();
		URI current = URI.create((query != null) ? story.url() + "?" + query : story.url());
		return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY).location(current).build();
	}

}
