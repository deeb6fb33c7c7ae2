package vn.bantin.gateway.routing;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

import io.netty.handler.timeout.ReadTimeoutException;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.RouteToRequestUrlFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.cloud.gateway.support.TimeoutException;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClientResponse;
import vn.bantin.gateway.identity.Audience;
import vn.bantin.gateway.origin.Instances;
import vn.bantin.gateway.origin.Services;
import vn.bantin.gateway.origin.Throttle;

/**
 * Sends a routed request to the instance whose turn it is, and once more when that cannot
 * have a second effect. Who could not be reached, and who says goodbye, is left out.
 */
@Component
class ToInstance implements GlobalFilter, Ordered {

	static final String SERVICE = ToInstance.class.getName() + ".service";

	private final Services services;

	private final Clock clock;

	ToInstance(Services services, Clock clock) {
		this.services = services;
		this.clock = clock;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		URI outer = Objects.requireNonNull(exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR));
		return send(exchange, chain, outer, true);
	}

	private Mono<Void> send(ServerWebExchange exchange, GatewayFilterChain chain, URI outer, boolean again) {
		Audience service = Objects.requireNonNull(exchange.getAttribute(SERVICE));
		return Mono.defer(() -> {
			Instances instances = this.services.of(service);
			Throttle throttle = instances.throttle(exchange.getRequest().getMethod());
			URI instance = instances.next(again && Instances.isReading(exchange.getRequest().getMethod()));
			Instant sent = this.clock.instant();
			String query = (outer.getRawQuery() != null) ? "?" + outer.getRawQuery() : "";
			exchange.getAttributes()
				.put(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR,
						URI.create(instance + outer.getRawPath() + query));
			return chain.filter(exchange)
				.doOnSuccess((nothing) -> note(exchange, instances, instance, throttle))
				.onErrorResume((failure) -> {
					throttle.failed();
					boolean alive = !(failure instanceof ConnectException)
							&& instances.hasAnsweredSince(instance, sent);
					if ((failure instanceof IOException || timedOut(failure)) && !alive) {
						instances.failed(instance);
					}
					if (!again
							|| !isHarmless(exchange.getRequest().getMethod(), instances.areSeveral(), alive, failure)) {
						return Mono.error(failure);
					}
					ServerWebExchangeUtils.reset(exchange);
					return send(exchange, chain, outer, false);
				});
		});
	}

	/**
	 * Whether sending the request again has no second effect: reading has none, and where
	 * no connection came about nothing was sent. Who was slow is not asked again, unless
	 * others had their answers meanwhile: then it was the connection that was dead.
	 */
	private static boolean isHarmless(HttpMethod method, boolean several, boolean alive, Throwable failure) {
		if (failure instanceof ConnectException) {
			return several;
		}
		return Instances.isReading(method) && (timedOut(failure) ? (several || alive) : failure instanceof IOException);
	}

	private static boolean timedOut(Throwable failure) {
		return failure instanceof ReadTimeoutException || failure.getCause() instanceof TimeoutException;
	}

	private static void note(ServerWebExchange exchange, Instances instances, URI instance, Throttle throttle) {
		HttpClientResponse answer = exchange.getAttribute(ServerWebExchangeUtils.CLIENT_RESPONSE_ATTR);
		if (answer != null) {
			throttle.answered(answer.status().code());
			instances.answered(instance, answer.status().code(), answer.responseHeaders().get(HttpHeaders.CONNECTION));
		}
	}

	@Override
	public int getOrder() {
		return RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER + 1;
	}

}
