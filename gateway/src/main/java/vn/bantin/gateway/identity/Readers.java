package vn.bantin.gateway.identity;

import java.time.Duration;
import java.util.Optional;

import org.springframework.http.HttpCookie;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Knows the reader of a request. Who brings no cookie gets one with a page or with a
 * vote, and is that reader from then on.
 */
public class Readers implements WebFilter {

	private static final String READER = Readers.class.getName() + ".reader";

	private static final String NEW = Readers.class.getName() + ".new";

	private static final Duration KEPT = Duration.ofDays(400);

	private final ReaderCookies cookies;

	private final boolean https;

	Readers(ReaderCookies cookies, boolean https) {
		this.cookies = cookies;
		this.https = https;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		Optional<Reader> known = Optional.ofNullable(exchange.getRequest().getCookies().getFirst(name()))
			.map(HttpCookie::getValue)
			.flatMap(this.cookies::read);
		if (known.isPresent()) {
			exchange.getAttributes().put(READER, known.get());
		}
		else if (meetsReader(exchange)) {
			String issued = this.cookies.issue();
			exchange.getAttributes().put(READER, this.cookies.read(issued).orElseThrow());
			exchange.getAttributes().put(NEW, true);
			exchange.getResponse().addCookie(cookie(issued));
		}
		return chain.filter(exchange);
	}

	private static boolean meetsReader(ServerWebExchange exchange) {
		String path = exchange.getRequest().getPath().value();
		if (path.startsWith("/api/")) {
			return path.endsWith("/rating/mine") && exchange.getRequest().getMethod() != HttpMethod.GET;
		}
		return !path.startsWith("/assets/") && !path.startsWith("/.well-known/");
	}

	private String name() {
		return this.https ? "__Host-reader" : "reader";
	}

	private ResponseCookie cookie(String value) {
		return ResponseCookie.from(name(), value)
			.path("/")
			.httpOnly(true)
			.secure(this.https)
			.sameSite("Lax")
			.maxAge(KEPT)
			.build();
	}

	/**
	 * The reader of a request.
	 * @param exchange the request
	 * @return empty when it brought no valid cookie and was not given one
	 */
	public Optional<Reader> find(ServerWebExchange exchange) {
		return Optional.ofNullable(exchange.getAttribute(READER));
	}

	/**
	 * The reader who came with a cookie. Nobody else can have voted before.
	 * @param exchange the request
	 * @return empty for a reader who has just been given one, or has none
	 */
	public Optional<Reader> returning(ServerWebExchange exchange) {
		return find(exchange).filter((reader) -> !exchange.getAttributes().containsKey(NEW));
	}

	/**
	 * The reader of a page or a vote, who is always known.
	 * @param exchange the request
	 * @return the reader
	 */
	public Reader current(ServerWebExchange exchange) {
		return find(exchange).orElseThrow(() -> new IllegalStateException("No reader is known to the API here"));
	}

}
