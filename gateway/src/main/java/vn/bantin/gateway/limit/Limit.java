package vn.bantin.gateway.limit;

import java.time.Duration;
import java.util.Locale;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

/**
 * How many requests of a class a scope may send in a minute, also all at once.
 *
 * @param kind what for
 * @param scope who together
 * @param perMinute how many, at least 1
 */
record Limit(RouteClass kind, Scope scope, long perMinute) {

	static final Duration WINDOW = Duration.ofMinutes(1);

	/**
	 * The name of the policy in headers and problems.
	 * @return such as {@code vote-ipv4-24}
	 */
	String policy() {
		return label(this.kind) + "-" + this.scope.label();
	}

	static String label(RouteClass kind) {
		return kind.name().toLowerCase(Locale.ROOT);
	}

	Bucket bucket(TimeMeter time) {
		return Bucket.builder()
			.addLimit(Bandwidth.builder().capacity(this.perMinute).refillGreedy(this.perMinute, WINDOW).build())
			.withCustomTimePrecision(time)
			.build();
	}

}
