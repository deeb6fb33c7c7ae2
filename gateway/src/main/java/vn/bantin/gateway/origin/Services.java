package vn.bantin.gateway.origin;

import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.ConfigurationProperties;
import vn.bantin.gateway.identity.Audience;

/** Every service with its instances. */
public final class Services {

	/**
	 * Requests that were refused here because a service would not have answered them in
	 * time, by service and kind, read or write. Rising for minutes: the service is away,
	 * or another instance of it is needed.
	 */
	private static final String REFUSED = "bantin.gateway.refused";

	/** Instances that are left out, by service: 0 when all is well. */
	private static final String LEFT_OUT = "bantin.gateway.left.out";

	private final Map<Audience, Instances> instances = new EnumMap<>(Audience.class);

	Services(Addresses addresses, Clock clock, MeterRegistry meters) {
		this.instances.put(Audience.ARTICLE, instances(Audience.ARTICLE, addresses.article(), clock, meters));
		this.instances.put(Audience.RATING, instances(Audience.RATING, addresses.rating(), clock, meters));
		this.instances.put(Audience.WIDGET, instances(Audience.WIDGET, addresses.widget(), clock, meters));
	}

	private static Instances instances(Audience service, List<URI> all, Clock clock, MeterRegistry meters) {
		Instances instances = new Instances(all, clock, throttle(service, "read", meters),
				throttle(service, "write", meters));
		Gauge.builder(LEFT_OUT, instances, Instances::leftOut).tag("service", service.code()).register(meters);
		return instances;
	}

	private static Throttle throttle(Audience service, String kind, MeterRegistry meters) {
		return new Throttle(System::nanoTime,
				meters.counter(REFUSED, "service", service.code(), "kind", kind)::increment);
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
