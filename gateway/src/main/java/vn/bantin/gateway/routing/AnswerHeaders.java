package vn.bantin.gateway.routing;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.bantin.gateway.connection.InlineScript;

/**
 * Sets headers on every response, errors too. They follow OWASP's list of secure headers;
 * scripts run from our own files, and the pages' inline script by its hash.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AnswerHeaders implements WebFilter {

	private final String policy;

	private final boolean https;

	AnswerHeaders(List<InlineScript> scripts, @Value("${bantin.https}") boolean https) {
		this.policy = "default-src 'self'; script-src 'self' "
				+ scripts.stream().map(InlineScript::policy).collect(Collectors.joining(" "))
				+ "; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";
		this.https = https;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> write(exchange)));
		return chain.filter(exchange);
	}

	private void write(ServerWebExchange exchange) {
		HttpHeaders headers = exchange.getResponse().getHeaders();
		headers.set("Content-Security-Policy", this.policy);
		headers.set("X-Content-Type-Options", "nosniff");
		headers.set("X-Frame-Options", "DENY");
		headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
		headers.set("Cross-Origin-Opener-Policy", "same-origin");
		headers.set("Cross-Origin-Resource-Policy", "same-origin");
		headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
		headers.remove("X-XSS-Protection");
		headers.remove(HttpHeaders.SERVER);
		if (this.https) {
			headers.set("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
		}
	}

}
