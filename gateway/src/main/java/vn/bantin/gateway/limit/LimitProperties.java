package vn.bantin.gateway.limit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much clients may ask. The numbers stand in {@code application.yml}.
 *
 * @param factor {@code off}, or how many times the numbers below
 * @param remembered how many clients' buckets are kept at most; one that is idle for a
 * minute is full again and forgotten
 * @param perMinute for each class of route and each scope, how many requests
 */
@ConfigurationProperties("bantin.limits")
record LimitProperties(LimitFactor factor, long remembered, Map<RouteClass, Map<Scope, Long>> perMinute) {

	private static final List<List<Scope>> WIDENING = List.of(List.of(Scope.IPV4_32, Scope.IPV4_24),
			List.of(Scope.IPV6_64, Scope.IPV6_56, Scope.IPV6_48));

	LimitProperties {
		for (RouteClass kind : RouteClass.values()) {
			Map<Scope, Long> scopes = perMinute.getOrDefault(kind, Map.of());
			WIDENING.forEach((widening) -> check(kind, widening, scopes));
			if (kind.isLimitedByReader() && scopes.getOrDefault(Scope.READER, 0L) < 1) {
				throw new IllegalArgumentException(
						"bantin.limits.per-minute.%s needs a number above 0 for reader".formatted(Limit.label(kind)));
			}
		}
	}

	private static void check(RouteClass kind, List<Scope> widening, Map<Scope, Long> scopes) {
		long narrower = 1;
		for (Scope scope : widening) {
			long limit = scopes.getOrDefault(scope, 0L);
			if (limit < narrower) {
				throw new IllegalArgumentException(
						"bantin.limits.per-minute.%s.%s is %d; allowed is at least %d, as for what lies within"
							.formatted(Limit.label(kind), scope.label(), limit, narrower));
			}
			narrower = limit;
		}
	}

	Stream<Limit> limits() {
		return Arrays.stream(RouteClass.values())
			.flatMap((kind) -> this.perMinute.getOrDefault(kind, Map.of())
				.entrySet()
				.stream()
				.map((entry) -> new Limit(kind, entry.getKey(), this.factor.of(entry.getValue()))));
	}

}
