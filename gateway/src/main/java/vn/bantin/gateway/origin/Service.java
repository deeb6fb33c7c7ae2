package vn.bantin.gateway.origin;

import java.net.URI;
import java.time.Clock;
import java.util.List;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.http.HttpMethod;

/**
 * A service as seen from here: its instances, and how much it is asked. Reads may go well
 * where writes do not, so each kind has a throttle of its own.
 */
record Service(Origin origin, Instances instances, Throttle reads, Throttle writes) {

	/**
	 * Requests refused here because the service would not have answered them in time, by
	 * service and kind, read or write. Rising for minutes: the service is away, or needs
	 * another instance.
	 */
	private static final String REFUSED = "bantin.gateway.refused";

	/** Instances that are left out, by service: 0 when all is well. */
	private static final String LEFT_OUT = "bantin.gateway.left.out";

	static Service of(Origin origin, List<URI> addresses, Clock clock, MeterRegistry meters) {
		Instances instances = new Instances(addresses, clock);
		Gauge.builder(LEFT_OUT, instances, Instances::leftOut).tag("service", origin.service()).register(meters);
		return new Service(origin, instances, throttle(origin, "read", meters), throttle(origin, "write", meters));
	}

	private static Throttle throttle(Origin origin, String kind, MeterRegistry meters) {
		return new Throttle(System::nanoTime,
				meters.counter(REFUSED, "service", origin.service(), "kind", kind)::increment);
	}

	/** A read changes nothing, so it can be sent again. */
	static boolean isRead(HttpMethod method) {
		return method == HttpMethod.GET || method == HttpMethod.HEAD;
	}

	Throttle throttle(HttpMethod method) {
		return isRead(method) ? this.reads : this.writes;
	}

}
