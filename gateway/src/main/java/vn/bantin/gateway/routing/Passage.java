package vn.bantin.gateway.routing;

import vn.bantin.service.problem.reactive.ProblemWriter;
import vn.bantin.service.problem.Problems;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClientResponse;
import vn.bantin.gateway.change.Changes;
import vn.bantin.gateway.identity.InnerTokens;
import vn.bantin.gateway.origin.Origin;
import vn.bantin.gateway.origin.Origins.Reply;
import vn.bantin.gateway.origin.Origins;

/**
 * Sends a routed request inward: if it is not too large, without headers that only the
 * gateway may set, and with the gateway's own token instead of the caller's.
 */
@Component
class Passage {

	private static final List<String> RESERVED = List.of("x-user-", "x-internal-", "x-seen", "x-behind", "x-asked",
			"x-forwarded-", "forwarded");

	private final Origins origins;

	private final InnerTokens tokens;

	private final ProblemWriter problems;

	private final Changes changes;

	Passage(Origins origins, InnerTokens tokens, ProblemWriter problems, Changes changes) {
		this.origins = origins;
		this.tokens = tokens;
		this.problems = problems;
		this.changes = changes;
	}

	GatewayFilter to(Origin origin, int largestBody) {
		return (exchange, chain) -> {
			if (exchange.getRequest().getHeaders().getContentLength() > largestBody) {
				return this.problems.write(exchange,
						Problems.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "The request is too large",
								"The body of this request may have at most %d KiB.".formatted(largestBody / 1024)));
			}
			Instant sent = Instant.now();
			return this.origins.send(origin, exchange.getRequest().getMethod(),
					// Signing the token is what costs most here, so it comes after
					// the throttle.
					(instance) -> token(exchange, origin)
						.flatMap((token) -> send(inward(exchange, token, sent), chain, instance)))
				.then();
		};
	}

	private static Mono<RoutedReply> send(ServerWebExchange exchange, GatewayFilterChain chain, URI instance) {
		discardEarlierReply(exchange);
		exchange.getAttributes().put(ToInstance.INSTANCE, instance);
		return chain.filter(exchange).then(Mono.fromSupplier(() -> RoutedReply.of(exchange)));
	}

	private static void discardEarlierReply(ServerWebExchange exchange) {
		exchange.getAttributes().remove(ServerWebExchangeUtils.CLIENT_RESPONSE_ATTR);
		if (exchange.getAttributes()
			.remove(ServerWebExchangeUtils.CLIENT_RESPONSE_CONN_ATTR) instanceof Connection open) {
			open.dispose();
		}
		ServerWebExchangeUtils.reset(exchange);
	}

	private Mono<Optional<String>> token(ServerWebExchange exchange, Origin origin) {
		if (exchange.getRequest().getPath().value().startsWith("/api/newsroom/")) {
			return this.tokens.newsroom(exchange, origin);
		}
		return Mono.just((origin == Origin.RATING) ? this.tokens.reader(exchange, origin) : Optional.empty());
	}

	/**
	 * The request as the service gets it. The time tells the service when nobody waits
	 * for an answer any more.
	 */
	private ServerWebExchange inward(ServerWebExchange exchange, Optional<String> token, Instant sent) {
		return exchange.mutate().request((request) -> request.headers((headers) -> {
			List.copyOf(headers.headerNames())
				.stream()
				.filter((name) -> RESERVED.stream().anyMatch(name.toLowerCase(Locale.ROOT)::startsWith))
				.forEach(headers::remove);
			headers.set(Origins.SENT, sent.toString());
			if (exchange.getRequest().getMethod() == HttpMethod.GET) {
				this.changes.seen().ifPresent((seen) -> headers.set(Origins.SEEN, seen));
			}
			headers.remove(HttpHeaders.COOKIE);
			headers.remove(HttpHeaders.AUTHORIZATION);
			token.ifPresent(headers::setBearerAuth);
		})).build();
	}

	private record RoutedReply(int status, @Nullable String connection) implements Reply {

		private static @Nullable RoutedReply of(ServerWebExchange exchange) {
			HttpClientResponse response = exchange.getAttribute(ServerWebExchangeUtils.CLIENT_RESPONSE_ATTR);
			return (response == null) ? null
					: new RoutedReply(response.status().code(), response.responseHeaders().get(HttpHeaders.CONNECTION));
		}

	}

}
