package vn.bantin.gateway.routing;

import java.security.SecureRandom;
import java.util.Base64;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.bantin.gateway.connection.SecurityHeaders;

/**
 * Sets headers on every response, errors too. Scripts run from our own files, and the
 * page's one inline script by its nonce.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AnswerHeaders implements WebFilter {

	/** The request attribute with the nonce of a page's inline script. */
	static final String NONCE = "vn.bantin.gateway.csp-nonce";

	private final SecureRandom random = new SecureRandom();

	private final SecurityHeaders security;

	AnswerHeaders(SecurityHeaders security) {
		this.security = security;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		byte[] bytes = new byte[16];
		this.random.nextBytes(bytes);
		String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		exchange.getAttributes().put(NONCE, nonce);
		exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> write(exchange, nonce)));
		return chain.filter(exchange);
	}

	private void write(ServerWebExchange exchange, String nonce) {
		HttpHeaders headers = exchange.getResponse().getHeaders();
		headers.set("Content-Security-Policy", "default-src 'self'; script-src 'self' 'nonce-" + nonce
				+ "'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'");
		this.security.all().forEach(headers::set);
		headers.remove("X-XSS-Protection");
		headers.remove(HttpHeaders.SERVER);
	}

}
