package vn.bantin.gateway.routing;

import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.bantin.gateway.origin.Origin;

/**
 * The table of the public API. {@link ToInstance} replaces the service's name by the
 * address of an instance. How large a body may be is in
 * {@link vn.bantin.gateway.connection.BodyLimit}.
 */
@Configuration(proxyBeanMethods = false)
class Routes {

	private final Passage passage;

	Routes(Passage passage) {
		this.passage = passage;
	}

	@Bean
	RouteLocator api(RouteLocatorBuilder routes) {
		return routes.routes()
			.route("rating",
					(route) -> route
						.path("/api/articles/*/rating", "/api/articles/*/rating/mine", "/api/articles/top-rated")
						.filters((filters) -> filters.filter(this.passage.to(Origin.RATING)))
						.uri(uri(Origin.RATING)))
			.route("pictures-in",
					(route) -> route.path("/api/newsroom/media")
						.filters((filters) -> filters.filter(this.passage.withPicture(Origin.ARTICLE)))
						.metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, 30_000)
						.uri(uri(Origin.ARTICLE)))
			.route("articles",
					(route) -> route
						.path("/api/articles", "/api/articles/*", "/api/sections", "/api/tags", "/api/media/*/*",
								"/api/newsroom/articles", "/api/newsroom/articles/**")
						.filters((filters) -> filters.filter(this.passage.to(Origin.ARTICLE)))
						.uri(uri(Origin.ARTICLE)))
			.route("widgets",
					(route) -> route.path("/api/widgets/**")
						.filters((filters) -> filters.filter(this.passage.to(Origin.WIDGET)))
						.uri(uri(Origin.WIDGET)))
			.build();
	}

	private static String uri(Origin origin) {
		return "http://" + origin.service();
	}

}
