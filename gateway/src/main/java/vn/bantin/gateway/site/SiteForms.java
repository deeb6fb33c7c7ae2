package vn.bantin.gateway.site;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;

import vn.bantin.gateway.identity.Audience;
import vn.bantin.gateway.identity.InnerTokens;
import vn.bantin.gateway.identity.Readers;
import vn.bantin.gateway.origin.OriginUnavailable;
import vn.bantin.gateway.origin.Origins;
import vn.bantin.gateway.site.body.SafeLink;
import vn.bantin.gateway.site.view.Choices;

/**
 * The forms of the pages, for readers whose browsers run no scripts: each answers with
 * the way back to its page.
 */
@Controller
class SiteForms {

	private static final Duration KEPT = Duration.ofDays(365);

	private static final List<String> CHOICES = List.of(Choices.TEXT_SIZE, Choices.CONTRAST, Choices.PLACE,
			Choices.LANGUAGE);

	private static final String WITHDRAW = "withdraw";

	private final Origins origins;

	private final InnerTokens tokens;

	private final Readers readers;

	SiteForms(Origins origins, InnerTokens tokens, Readers readers) {
		this.origins = origins;
		this.tokens = tokens;
		this.readers = readers;
	}

	/** Casts, changes or withdraws the reader's vote. */
	@PostMapping(SitePages.ARTICLE + "/danh-gia")
	Mono<ResponseEntity<Void>> vote(ServerWebExchange exchange, @PathVariable String page) {
		String path = exchange.getRequest().getURI().getRawPath();
		URI back = URI.create(path.substring(0, path.lastIndexOf('/')) + "#danh-gia");
		return exchange.getFormData()
			.flatMap((form) -> send(exchange, SitePages.idOf(page), stars(form)))
			.map((status) -> switch (status) {
				case 200, 204 -> ResponseEntity.status(HttpStatus.SEE_OTHER).location(back).<Void>build();
				case 404 -> throw new PageRefused(HttpStatus.NOT_FOUND);
				case 409 -> throw new PageRefused(HttpStatus.CONFLICT);
				case 410 -> throw new PageRefused(HttpStatus.GONE);
				case 429 -> throw new PageRefused(HttpStatus.TOO_MANY_REQUESTS);
				default -> throw new PageRefused(HttpStatus.SERVICE_UNAVAILABLE);
			});
	}

	/** Keeps what the reader chose; a choice that makes no sense is forgotten. */
	@GetMapping("/tuy-chon")
	ResponseEntity<Void> choose(ServerWebExchange exchange) {
		MultiValueMap<String, String> asked = exchange.getRequest().getQueryParams();
		Choices choices = Choices.read(asked.toSingleValueMap());
		for (String name : CHOICES) {
			if (asked.containsKey(name)) {
				exchange.getResponse().addCookie(cookie(exchange, name, choices.value(name)));
			}
		}
		String back = asked.getFirst("back");
		URI page = URI.create((back == null) ? "/" : SafeLink.checkLocal(back).orElse("/"));
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(page).cacheControl(CacheControl.noStore()).build();
	}

	private Mono<Integer> send(ServerWebExchange exchange, String id, @Nullable Integer stars) {
		String path = "/api/articles/" + id + "/rating/mine";
		String token = this.tokens.reader(this.readers.current(exchange), Audience.RATING);
		byte[] vote = (stars != null) ? ("{\"stars\":" + stars + "}").getBytes(StandardCharsets.UTF_8) : null;
		return this.origins
			.exchange((stars != null) ? HttpMethod.PUT : HttpMethod.DELETE, Audience.RATING, path, token, vote)
			// A vote that was sent is not given up because its reader went away.
			.cache()
			.map((answer) -> answer.status())
			.onErrorMap(OriginUnavailable.class, (ex) -> new PageRefused(HttpStatus.SERVICE_UNAVAILABLE));
	}

	private static @Nullable Integer stars(MultiValueMap<String, String> form) {
		String stars = form.getFirst("stars");
		if (WITHDRAW.equals(stars)) {
			return null;
		}
		if (stars == null || !stars.matches("[1-5]")) {
			throw new PageRefused(HttpStatus.BAD_REQUEST);
		}
		return Integer.valueOf(stars);
	}

	/** Scripts read and write these cookies too, and nobody is known by them. */
	private static ResponseCookie cookie(ServerWebExchange exchange, String name, @Nullable String value) {
		return ResponseCookie.from(name, (value != null) ? value : "")
			.path("/")
			.maxAge((value != null) ? KEPT : Duration.ZERO)
			.sameSite("Lax")
			.secure("https".equals(exchange.getRequest().getURI().getScheme()))
			.build();
	}

}
