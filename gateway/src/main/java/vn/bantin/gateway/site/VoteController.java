package vn.bantin.gateway.site;

import java.net.URI;
import java.util.Optional;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.bantin.gateway.cache.OwnVote;
import vn.bantin.gateway.identity.InnerTokens;
import vn.bantin.gateway.origin.Origin;
import vn.bantin.gateway.site.answer.PageRefused;
import vn.bantin.gateway.site.rating.Ratings;

/** The form with the stars, for browsers that run no scripts. */
@Controller
class VoteController {

	private final Ratings ratings;

	private final InnerTokens tokens;

	private final boolean https;

	VoteController(Ratings ratings, InnerTokens tokens, @Value("${bantin.https}") boolean https) {
		this.ratings = ratings;
		this.tokens = tokens;
		this.https = https;
	}

	/** Casts, changes or withdraws the reader's vote, and leads back to the stars. */
	@PostMapping(ArticleController.PATH + "/danh-gia")
	Mono<ResponseEntity<Void>> vote(ServerWebExchange exchange, @PathVariable String page) {
		String path = exchange.getRequest().getURI().getRawPath();
		String article = path.substring(0, path.lastIndexOf('/'));
		URI back = URI.create(article + "#danh-gia");
		String token = this.tokens.reader(exchange, Origin.RATING)
			.orElseThrow(() -> new IllegalStateException("Every page has a reader"));
		return exchange.getFormData()
			.map(VoteController::stars)
			.flatMap((stars) -> this.ratings.vote(ArticleController.idOf(page), token, stars.orElse(null))
				.map((status) -> switch (status) {
					case 200,
							204 ->
						ResponseEntity.status(HttpStatus.SEE_OTHER)
							.location(back)
							.header(HttpHeaders.SET_COOKIE,
									OwnVote.on(article, stars.isPresent(), this.https).toString())
							.<Void>build();
					case 404, 409, 410, 429 -> throw new PageRefused(HttpStatus.valueOf(status));
					default -> throw new PageRefused(HttpStatus.SERVICE_UNAVAILABLE);
				}));
	}

	/** The stars that were chosen; empty to withdraw the vote. */
	private static Optional<Integer> stars(MultiValueMap<String, String> form) {
		String stars = form.getFirst("stars");
		if ("withdraw".equals(stars)) {
			return Optional.empty();
		}
		if (stars == null || !stars.matches("[1-5]")) {
			throw new PageRefused(HttpStatus.BAD_REQUEST);
		}
		return Optional.of(Integer.valueOf(stars));
	}

}
