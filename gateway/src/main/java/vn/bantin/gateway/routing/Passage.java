package vn.bantin.gateway.routing;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.bantin.gateway.identity.Audience;
import vn.bantin.gateway.identity.InnerTokens;
import vn.bantin.gateway.identity.NewsroomUser;
import vn.bantin.gateway.identity.Readers;
import vn.bantin.gateway.origin.OriginUnavailable;
import vn.bantin.gateway.origin.Origins;
import vn.bantin.gateway.origin.Services;
import vn.bantin.gateway.problem.Problems;

/**
 * What a request must be, and carries, when it goes inward: not in vain, not too large,
 * without anything that only the gateway may say, and with the gateway's own token
 * instead of the outer one.
 */
@Component
class Passage {

	private static final List<String> OURS_ALONE = List.of("x-user-", "x-internal-", "x-seen", "x-behind", "x-asked",
			"x-forwarded-", "forwarded");

	private final Readers readers;

	private final InnerTokens tokens;

	private final Services services;

	private final Problems problems;

	Passage(Readers readers, InnerTokens tokens, Services services, Problems problems) {
		this.readers = readers;
		this.tokens = tokens;
		this.services = services;
		this.problems = problems;
	}

	GatewayFilter of(Audience service, int largestBody) {
		return (exchange, chain) -> {
			exchange.getAttributes().put(ToInstance.SERVICE, service);
			if (exchange.getRequest().getHeaders().getContentLength() > largestBody) {
				return this.problems.write(exchange, HttpStatus.CONTENT_TOO_LARGE, "too-large",
						"The request is too large",
						"The body of this request may have at most %d KiB.".formatted(largestBody / 1024));
			}
			// Before the token, whose signature is what costs most here.
			if (!this.services.of(service).throttle(exchange.getRequest().getMethod()).admits()) {
				return Mono.error(OriginUnavailable.unasked(service));
			}
			return token(exchange, service).map((token) -> inward(exchange, token)).flatMap(chain::filter);
		};
	}

	private Mono<Optional<String>> token(ServerWebExchange exchange, Audience service) {
		if (exchange.getRequest().getPath().value().startsWith("/api/newsroom/")) {
			return exchange.getPrincipal()
				.map((principal) -> NewsroomUser.of(principal).map((user) -> this.tokens.newsroom(user, service)))
				.defaultIfEmpty(Optional.empty());
		}
		if (service != Audience.RATING) {
			return Mono.just(Optional.empty());
		}
		return Mono.just(this.readers.find(exchange).map((reader) -> this.tokens.reader(reader, service)));
	}

	private static ServerWebExchange inward(ServerWebExchange exchange, Optional<String> token) {
		return exchange.mutate().request((request) -> request.headers((headers) -> {
			List.copyOf(headers.headerNames())
				.stream()
				.filter((name) -> OURS_ALONE.stream().anyMatch(name.toLowerCase(Locale.ROOT)::startsWith))
				.forEach(headers::remove);
			// Who finds it late knows that nobody waits any more.
			headers.set(Origins.ASKED, Instant.now().toString());
			headers.remove(HttpHeaders.COOKIE);
			headers.remove(HttpHeaders.AUTHORIZATION);
			token.ifPresent(headers::setBearerAuth);
		})).build();
	}

}
