package vn.bantin.gateway.origin;

import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.boot.context.properties.ConfigurationProperties;
import vn.bantin.gateway.identity.Audience;

/** Every service with its instances. */
public final class Services {

	private final Map<Audience, Instances> instances = new EnumMap<>(Audience.class);

	Services(Addresses addresses, Clock clock) {
		this.instances.put(Audience.ARTICLE, new Instances(addresses.article(), clock));
		this.instances.put(Audience.RATING, new Instances(addresses.rating(), clock));
		this.instances.put(Audience.WIDGET, new Instances(addresses.widget(), clock));
	}

	/**
	 * The instances of a service.
	 * @param service which one
	 * @return at least one
	 */
	public Instances of(Audience service) {
		return Objects.requireNonNull(this.instances.get(service));
	}

	/**
	 * Base addresses of the services' instances.
	 *
	 * @param article of the article-service
	 * @param rating of the rating-service
	 * @param widget of the widget-service
	 */
	@ConfigurationProperties("bantin.services")
	record Addresses(List<URI> article, List<URI> rating, List<URI> widget) {
	}

}
