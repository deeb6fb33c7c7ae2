package vn.bantin.gateway.routing;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.Objects;

import io.netty.handler.timeout.ReadTimeoutException;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.RouteToRequestUrlFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.cloud.gateway.support.TimeoutException;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import vn.bantin.gateway.identity.Audience;
import vn.bantin.gateway.origin.Instances;
import vn.bantin.gateway.origin.Services;

/**
 * Sends a routed request to the instance whose turn it is, and once more to the next one
 * when that cannot have done anything. Who could not be reached is remembered.
 */
@Component
class ToInstance implements GlobalFilter, Ordered {

	static final String SERVICE = ToInstance.class.getName() + ".service";

	private final Services services;

	ToInstance(Services services) {
		this.services = services;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		Audience service = Objects.requireNonNull(exchange.getAttribute(SERVICE));
		URI outer = Objects.requireNonNull(exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR));
		Instances instances = this.services.of(service);
		return Mono.defer(() -> send(exchange, chain, instances, outer))
			.retryWhen(Retry.max(1)
				.filter((failure) -> isHarmless(exchange.getRequest().getMethod(), instances, failure))
				.doBeforeRetry((again) -> ServerWebExchangeUtils.reset(exchange))
				.onRetryExhaustedThrow((retries, again) -> again.failure()));
	}

	private static Mono<Void> send(ServerWebExchange exchange, GatewayFilterChain chain, Instances instances,
			URI outer) {
		URI instance = instances.next();
		String query = (outer.getRawQuery() != null) ? "?" + outer.getRawQuery() : "";
		exchange.getAttributes()
			.put(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR, URI.create(instance + outer.getRawPath() + query));
		return chain.filter(exchange)
			.doOnError((failure) -> failure instanceof IOException || timedOut(failure),
					(failure) -> instances.failed(instance));
	}

	/**
	 * Whether sending the request again has no second effect: reading has none, and where
	 * no connection came about nothing was sent. Who was slow is not asked again.
	 */
	private static boolean isHarmless(HttpMethod method, Instances instances, Throwable failure) {
		boolean reading = method == HttpMethod.GET || method == HttpMethod.HEAD;
		if (failure instanceof ConnectException || timedOut(failure)) {
			return instances.areSeveral() && (reading || failure instanceof ConnectException);
		}
		return reading && failure instanceof IOException;
	}

	private static boolean timedOut(Throwable failure) {
		return failure instanceof ReadTimeoutException || failure.getCause() instanceof TimeoutException;
	}

	@Override
	public int getOrder() {
		return RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER + 1;
	}

}
