package vn.bantin.gateway.origin;

import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.MeterRegistry;

/** Makes origins for tests of other packages. */
public final class TestOrigins {

	private TestOrigins() {
	}

	/**
	 * Origins with one instance that is all services.
	 * @param instance its base address
	 * @param meters the meters
	 * @return the origins
	 */
	public static Origins of(URI instance, MeterRegistry meters) {
		Clock clock = Clock.systemUTC();
		return new Origins(Arrays.stream(Origin.values())
			.collect(Collectors.toMap(Function.identity(),
					(origin) -> Service.of(origin, List.of(instance), clock, meters))),
				clock);
	}

}
