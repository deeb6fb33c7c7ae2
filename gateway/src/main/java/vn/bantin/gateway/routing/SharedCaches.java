package vn.bantin.gateway.routing;

import java.util.List;
import java.util.Set;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.MimeType;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Tells caches between here and the reader what they must know: that an answer may be
 * compressed, and that the newsroom's are nobody else's.
 */
@Component
class SharedCaches implements WebFilter, Ordered {

	private final Set<MimeType> compressed;

	SharedCaches(@Value("${server.compression.mime-types}") Set<MimeType> compressed) {
		this.compressed = compressed;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> write(exchange)));
		return chain.filter(exchange);
	}

	private void write(ServerWebExchange exchange) {
		HttpHeaders headers = exchange.getResponse().getHeaders();
		MediaType type = headers.getContentType();
		if (type != null && this.compressed.stream().anyMatch((one) -> one.isCompatibleWith(type))) {
			List<String> varies = headers.getVary();
			if (varies.stream().noneMatch(HttpHeaders.ACCEPT_ENCODING::equalsIgnoreCase)) {
				headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
			}
		}
		if (exchange.getRequest().getPath().value().startsWith("/api/newsroom/")) {
			headers.setCacheControl("no-store");
		}
	}

	/** Before anything answers. */
	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
