package vn.bantin.gateway.routing;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.bantin.gateway.connection.InlineScript;
import vn.bantin.gateway.connection.SecurityHeaders;

/**
 * Sets headers on every response, errors too. Scripts run from our own files, and the
 * pages' inline script by its hash.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AnswerHeaders implements WebFilter {

	private final String policy;

	private final SecurityHeaders security;

	AnswerHeaders(List<InlineScript> scripts, SecurityHeaders security) {
		this.policy = "default-src 'self'; script-src 'self' "
				+ scripts.stream().map(InlineScript::policy).collect(Collectors.joining(" "))
				+ "; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";
		this.security = security;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> write(exchange)));
		return chain.filter(exchange);
	}

	private void write(ServerWebExchange exchange) {
		HttpHeaders headers = exchange.getResponse().getHeaders();
		headers.set("Content-Security-Policy", this.policy);
		this.security.all().forEach(headers::set);
		headers.remove("X-XSS-Protection");
		headers.remove(HttpHeaders.SERVER);
	}

}
