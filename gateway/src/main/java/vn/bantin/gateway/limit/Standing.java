package vn.bantin.gateway.limit;

import java.util.concurrent.TimeUnit;

/**
 * Where a client stands with the limit that is tightest for it.
 *
 * @param limit the limit
 * @param admitted whether the request may go on
 * @param remaining how many more may follow at once
 * @param again when refused, the nanoseconds until the same request would be admitted;
 * else until all that the limit allows is there again
 */
record Standing(Limit limit, boolean admitted, long remaining, long again) {

	private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

	/** Rounded up: who comes then does not come too early. */
	long secondsUntilAgain() {
		return Math.ceilDiv(this.again, SECOND);
	}

	/** The field {@code RateLimit-Policy} of draft-ietf-httpapi-ratelimit-headers. */
	String policyField() {
		return "\"%s\";q=%d;w=%d".formatted(this.limit.policy(), this.limit.perMinute(), Limit.WINDOW.toSeconds());
	}

	/** The field {@code RateLimit} of draft-ietf-httpapi-ratelimit-headers. */
	String field() {
		return "\"%s\";r=%d;t=%d".formatted(this.limit.policy(), this.remaining, secondsUntilAgain());
	}

}
