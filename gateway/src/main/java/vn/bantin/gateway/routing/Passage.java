package vn.bantin.gateway.routing;

import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClientResponse;
import vn.bantin.gateway.change.Changes;
import vn.bantin.gateway.identity.InnerTokens;
import vn.bantin.gateway.origin.Origin;
import vn.bantin.gateway.origin.Origins;
import vn.bantin.gateway.origin.Origins.Reply;
import vn.bantin.service.problem.Problems;
import vn.bantin.service.problem.reactive.ProblemWriter;

/**
 * Sends a routed request inward: with the headers that a service may see of the caller's,
 * and the gateway's own token instead of the caller's.
 */
@Component
class Passage {

	/** What services understand, and what belongs to the body. */
	private static final Set<String> PASSED = caseInsensitive(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE,
			HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_LENGTH, HttpHeaders.CONTENT_LANGUAGE, HttpHeaders.IF_MATCH,
			HttpHeaders.IF_NONE_MATCH, HttpHeaders.IF_MODIFIED_SINCE, HttpHeaders.IF_UNMODIFIED_SINCE,
			HttpHeaders.IF_RANGE, HttpHeaders.RANGE, "Idempotency-Key", "traceparent", "tracestate");

	private final Origins origins;

	private final InnerTokens tokens;

	private final PictureUpload pictures;

	private final ProblemWriter problems;

	private final Changes changes;

	Passage(Origins origins, InnerTokens tokens, PictureUpload pictures, ProblemWriter problems, Changes changes) {
		this.origins = origins;
		this.tokens = tokens;
		this.pictures = pictures;
		this.problems = problems;
		this.changes = changes;
	}

	private static Set<String> caseInsensitive(String... names) {
		Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		set.addAll(List.of(names));
		return Collections.unmodifiableSet(set);
	}

	/** Passes requests on whose bodies were read at the door. */
	GatewayFilter to(Origin origin) {
		return (exchange, chain) -> pass(exchange, chain, origin);
	}

	/** Passes requests on that may carry a picture. */
	GatewayFilter withPicture(Origin origin) {
		return (exchange, chain) -> this.pictures.read(exchange, (whole) -> pass(whole, chain, origin));
	}

	private Mono<Void> pass(ServerWebExchange exchange, GatewayFilterChain chain, Origin origin) {
		Instant sent = Instant.now();
		return this.origins.send(origin, exchange.getRequest().getMethod(),
				// Signing the token is what costs most here, so it comes after
				// the throttle.
				(instance) -> token(exchange, origin)
					.flatMap((token) -> send(inward(exchange, token, sent), chain, instance)))
			.then(Mono.defer(() -> isForeignError(exchange) ? replace(exchange) : Mono.empty()));
	}

	/** Services answer with problem details; a page of an error is their container's. */
	private static boolean isForeignError(ServerWebExchange exchange) {
		ServerHttpResponse response = exchange.getResponse();
		MediaType type = response.getHeaders().getContentType();
		return response.getStatusCode() instanceof HttpStatusCode status && status.isError()
				&& (type == null || type.isCompatibleWith(MediaType.TEXT_HTML));
	}

	private Mono<Void> replace(ServerWebExchange exchange) {
		HttpStatusCode status = Objects.requireNonNull(exchange.getResponse().getStatusCode());
		discardEarlierReply(exchange);
		ProblemDetail problem = status.is4xxClientError()
				? Problems.of(HttpStatus.valueOf(status.value()), "invalid-request", "The request is not valid",
						"The request could not be carried out.")
				: Problems.unavailable("The service behind this address could not answer.");
		return this.problems.write(exchange, problem);
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
				.filter((name) -> !PASSED.contains(name))
				.forEach(headers::remove);
			headers.set(Origins.SENT, sent.toString());
			if (exchange.getRequest().getMethod() == HttpMethod.GET) {
				this.changes.seen().ifPresent((seen) -> headers.set(Origins.SEEN, seen));
			}
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
