package vn.bantin.gateway.identity;

import java.net.URI;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.bantin.service.problem.Problems;
import vn.bantin.service.problem.reactive.ProblemWriter;

/**
 * Refuses changes that another site's page makes a browser send. Browsers say where a
 * request comes from (Sec-Fetch-Site, Origin). A client that sends neither is no browser,
 * so it is refused only with the cookie of a login, which is a browser's.
 */
@Component
@Order(-150)
class SameOrigin implements WebFilter {

	private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

	private final ProblemWriter problems;

	SameOrigin(ProblemWriter problems) {
		this.problems = problems;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		if (SAFE.contains(request.getMethod()) || request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
				|| fromHere(request)) {
			return chain.filter(exchange);
		}
		return this.problems.write(exchange, Problems.of(HttpStatus.FORBIDDEN, "forbidden", "Not from this site",
				"Changes are accepted from the newspaper's own pages only."));
	}

	private static boolean fromHere(ServerHttpRequest request) {
		String site = request.getHeaders().getFirst("Sec-Fetch-Site");
		if (site != null) {
			return site.equals("same-origin") || site.equals("none");
		}
		String origin = request.getHeaders().getOrigin();
		if (origin != null) {
			return sameHost(origin, request.getHeaders().getFirst(HttpHeaders.HOST));
		}
		return !Newsroom.isPossible(request.getHeaders().getOrEmpty(HttpHeaders.COOKIE));
	}

	private static boolean sameHost(String origin, @Nullable String host) {
		try {
			return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
