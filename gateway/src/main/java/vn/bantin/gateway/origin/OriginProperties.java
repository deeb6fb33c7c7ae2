package vn.bantin.gateway.origin;

import java.net.URI;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Base addresses of the services' instances.
 *
 * @param article of the article-service
 * @param rating of the rating-service
 * @param widget of the widget-service
 */
@ConfigurationProperties("bantin.services")
record OriginProperties(List<URI> article, List<URI> rating, List<URI> widget) {

	List<URI> of(Origin origin) {
		return switch (origin) {
			case ARTICLE -> this.article;
			case RATING -> this.rating;
			case WIDGET -> this.widget;
		};
	}

}
