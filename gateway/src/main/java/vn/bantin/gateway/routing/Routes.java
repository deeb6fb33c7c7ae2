package vn.bantin.gateway.routing;

import java.time.Duration;

import org.springframework.cloud.gateway.filter.factory.RetryGatewayFilterFactory.BackoffConfig;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.GatewayFilterSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import vn.bantin.gateway.identity.Audience;
import vn.bantin.gateway.origin.Services;

/**
 * The table of the public API. The address of an instance is put in by
 * {@link ToInstance}.
 */
@Configuration(proxyBeanMethods = false)
class Routes {

	private static final int KIB = 1024;

	private static final int JSON = 512 * KIB;

	/** A multipart body around a picture of 10 MiB. */
	private static final int PICTURE = 11 * KIB * KIB;

	private final Passage passage;

	private final Services services;

	Routes(Passage passage, Services services) {
		this.passage = passage;
		this.services = services;
	}

	@Bean
	RouteLocator api(RouteLocatorBuilder routes) {
		return routes.routes()
			.route("rating", (route) -> route
				.path("/api/articles/*/rating", "/api/articles/*/rating/mine", "/api/articles/top-rated")
				.filters(
						(filters) -> limits(filters, Audience.RATING).filter(this.passage.of(Audience.RATING, 4 * KIB)))
				.uri(to(Audience.RATING)))
			.route("pictures-in",
					(route) -> route.path("/api/newsroom/media")
						.filters((filters) -> filters.filter(this.passage.of(Audience.ARTICLE, PICTURE)))
						.metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, 30_000)
						.uri(to(Audience.ARTICLE)))
			.route("articles", (route) -> route
				.path("/api/articles", "/api/articles/*", "/api/sections", "/api/tags", "/api/media/*/*",
						"/api/newsroom/articles", "/api/newsroom/articles/**")
				.filters((filters) -> limits(filters, Audience.ARTICLE).filter(this.passage.of(Audience.ARTICLE, JSON)))
				.uri(to(Audience.ARTICLE)))
			.route("widgets", (route) -> route.path("/api/widgets/**")
				.filters(
						(filters) -> limits(filters, Audience.WIDGET).filter(this.passage.of(Audience.WIDGET, 4 * KIB)))
				.uri(to(Audience.WIDGET)))
			.build();
	}

	/**
	 * Reading is tried once more, usually at another instance, when one says that it
	 * cannot answer now; what could not be reached is {@link ToInstance}'s. The only
	 * instance is left alone: most likely it has too much to do.
	 */
	private GatewayFilterSpec limits(GatewayFilterSpec filters, Audience service) {
		if (!this.services.of(service).areSeveral()) {
			return filters;
		}
		return filters.retry((retry) -> retry.setRetries(1)
			.setMethods(HttpMethod.GET, HttpMethod.HEAD)
			.setSeries()
			.setStatuses(HttpStatus.SERVICE_UNAVAILABLE)
			.setExceptions()
			.setBackoff(new BackoffConfig(Duration.ofMillis(50), Duration.ofMillis(100), 2, false)));
	}

	private static String to(Audience service) {
		return "http://" + service.code();
	}

}
