package vn.bantin.gateway.routing;

import java.io.IOException;
import java.net.URI;
import java.util.Objects;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.RouteToRequestUrlFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.bantin.gateway.identity.Audience;
import vn.bantin.gateway.origin.Instances;
import vn.bantin.gateway.origin.Services;

/**
 * Sends a routed request to the instance whose turn it is, and remembers who could not be
 * reached.
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
		URI instance = instances.next();
		String query = (outer.getRawQuery() != null) ? "?" + outer.getRawQuery() : "";
		exchange.getAttributes()
			.put(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR, URI.create(instance + outer.getRawPath() + query));
		return chain.filter(exchange).doOnError(IOException.class, (ex) -> instances.failed(instance));
	}

	@Override
	public int getOrder() {
		return RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER + 1;
	}

}
