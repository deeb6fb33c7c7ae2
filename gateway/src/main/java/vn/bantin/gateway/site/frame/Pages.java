package vn.bantin.gateway.site.frame;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.bantin.gateway.cache.Dependencies;
import vn.bantin.gateway.identity.NewsroomUser;
import vn.bantin.gateway.site.answer.Name;
import vn.bantin.gateway.site.words.Words;

/** Draws pages: the frame around their content, and the response. */
@Component
public class Pages {

	private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

	/** Where the build compiles the templates to. */
	private static final String TEMPLATES = "vn.bantin.gateway.site";

	private final TemplateEngine templates = TemplateEngine.createPrecompiled(null, ContentType.Html, null, TEMPLATES);

	private final SiteAssets assets;

	private final Clock clock;

	Pages(SiteAssets assets, Clock clock) {
		this.assets = assets;
		this.clock = clock;
	}

	/**
	 * The words in the language that the reader chose.
	 * @param exchange the request
	 * @return the words
	 */
	public Words words(ServerWebExchange exchange) {
		return Words.in(choices(exchange).language(), this.clock);
	}

	/**
	 * The province whose weather the reader chose.
	 * @param exchange the request
	 * @return its slug
	 */
	public String place(ServerWebExchange exchange) {
		return choices(exchange).place();
	}

	/**
	 * Draws a page.
	 * @param exchange the request
	 * @param status the HTTP status
	 * @param template the template's name
	 * @param head what the page says about itself
	 * @param sections the sections to choose from
	 * @param page what the template shows
	 * @return the response; when it is for one reader, nobody else may keep it
	 */
	public Mono<ResponseEntity<byte[]>> answer(ServerWebExchange exchange, HttpStatusCode status, String template,
			Head head, List<Name> sections, Object page) {
		return Mono.zip(NewsroomUser.of(exchange), isShared()).map((found) -> {
			Optional<NewsroomUser> user = found.getT1();
			Frame frame = new Frame(words(exchange), head, sections, choices(exchange),
					user.map(NewsroomUser::name).orElse(null), here(exchange), this.assets.addresses());
			Utf8ByteOutput html = new Utf8ByteOutput();
			this.templates.render(template + ".jte", Map.of("frame", frame, "page", page), html);
			return ResponseEntity.status(status)
				.contentType(HTML)
				.cacheControl(found.getT2() ? CacheControl.noCache() : CacheControl.noCache().cachePrivate())
				.body(html.toByteArray());
		});
	}

	private static Mono<Boolean> isShared() {
		return Mono.deferContextual((context) -> Mono.just(Dependencies.of(context).isPresent()));
	}

	private static Choices choices(ServerWebExchange exchange) {
		return Choices.read(exchange.getRequest()
			.getCookies()
			.toSingleValueMap()
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().getValue())));
	}

	/** The address of the page with its query, in its encoded form. */
	private static String here(ServerWebExchange exchange) {
		String path = exchange.getRequest().getURI().getRawPath();
		String query = exchange.getRequest().getURI().getRawQuery();
		return (query != null) ? path + "?" + query : path;
	}

}
