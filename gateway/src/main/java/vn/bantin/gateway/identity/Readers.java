package vn.bantin.gateway.identity;

import java.time.Duration;
import java.util.Optional;

import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Identifies the reader of a request by a cookie. A vote without one sets a new cookie.
 */
class Readers implements WebFilter {

	private static final String READER = Readers.class.getName() + ".reader";

	private static final String NEW = Readers.class.getName() + ".new";

	private static final Duration KEPT = Duration.ofDays(400);

	private final ReaderCookies cookies;

	private final HostCookie cookie;

	Readers(ReaderCookies cookies, HostCookie cookie) {
		this.cookies = cookies;
		this.cookie = cookie;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		Optional<Reader> known = this.cookie.read(exchange).flatMap(this.cookies::read);
		if (known.isPresent()) {
			exchange.getAttributes().put(READER, known.get());
		}
		else if (startsReader(exchange)) {
			String issued = this.cookies.issue();
			exchange.getAttributes().put(READER, this.cookies.read(issued).orElseThrow());
			exchange.getAttributes().put(NEW, true);
			this.cookie.set(exchange, issued, KEPT);
		}
		return chain.filter(exchange);
	}

	/** Pages are the same for everybody, so only who votes has to be told apart. */
	private static boolean startsReader(ServerWebExchange exchange) {
		String path = exchange.getRequest().getPath().value();
		return (path.endsWith("/rating/mine") || path.endsWith("/danh-gia"))
				&& exchange.getRequest().getMethod() != HttpMethod.GET;
	}

	/** The reader of a request; empty without a valid cookie, old or new. */
	static Optional<Reader> find(ServerWebExchange exchange) {
		return Optional.ofNullable(exchange.getAttribute(READER));
	}

	/** The reader of a request that came with a cookie; empty for a new reader too. */
	static Optional<Reader> findReturning(ServerWebExchange exchange) {
		return find(exchange).filter((reader) -> !exchange.getAttributes().containsKey(NEW));
	}

}
