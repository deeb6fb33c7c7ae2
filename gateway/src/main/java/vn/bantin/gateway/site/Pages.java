package vn.bantin.gateway.site;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import reactor.core.publisher.Mono;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import vn.bantin.gateway.site.content.Name;
import vn.bantin.gateway.identity.NewsroomUser;
import vn.bantin.gateway.site.view.Choices;
import vn.bantin.gateway.site.view.Frame;
import vn.bantin.gateway.site.view.Head;
import vn.bantin.gateway.site.words.Words;

/** Draws pages: the frame around them and the answer they travel in. */
@Component
class Pages {

	private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

	/**
	 * Where the security rules leave the word that lets a page's own inline script run.
	 */
	private static final String NONCE = "vn.bantin.gateway.csp-nonce";

	private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

	private final SiteAssets assets;

	private final Clock clock;

	Pages(SiteAssets assets, Clock clock) {
		this.assets = assets;
		this.clock = clock;
	}

	static Choices choices(ServerWebExchange exchange) {
		Map<String, String> cookies = exchange.getRequest()
			.getCookies()
			.toSingleValueMap()
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().getValue()));
		return Choices.read(cookies);
	}

	Words words(ServerWebExchange exchange) {
		return Words.in(choices(exchange).language(), this.clock);
	}

	/** The address of the page with its query, in its encoded form. */
	static String here(ServerWebExchange exchange) {
		String path = exchange.getRequest().getURI().getRawPath();
		String query = exchange.getRequest().getURI().getRawQuery();
		return (query != null) ? path + "?" + query : path;
	}

	Mono<ResponseEntity<byte[]>> answer(ServerWebExchange exchange, HttpStatusCode status, String template, Head head,
			List<Name> sections, Object page) {
		return userName(exchange).map((user) -> {
			Frame frame = new Frame(words(exchange), head, sections, choices(exchange), user.orElse(null),
					here(exchange), exchange.getAttributeOrDefault(NONCE, ""), this.assets.addresses());
			Utf8ByteOutput html = new Utf8ByteOutput();
			this.templates.render("page/" + template + ".jte", Map.of("frame", frame, "page", page), html);
			return ResponseEntity.status(status)
				.contentType(HTML)
				.cacheControl(CacheControl.noCache().cachePrivate())
				.body(html.toByteArray());
		});
	}

	private static Mono<Optional<String>> userName(ServerWebExchange exchange) {
		return exchange.getPrincipal()
			.map((principal) -> NewsroomUser.of(principal).map(NewsroomUser::name))
			.defaultIfEmpty(Optional.empty());
	}

}
