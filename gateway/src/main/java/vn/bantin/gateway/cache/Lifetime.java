package vn.bantin.gateway.cache;

import java.time.Duration;
import java.util.Optional;

import org.springframework.http.HttpHeaders;

/**
 * How long an answer is good when nothing is heard of a change.
 *
 * @param fresh how long it is given out without a thought
 * @param stale how long after that while a new one is made
 */
record Lifetime(Duration fresh, Duration stale) {

	/** Pages tell ages and the day: they grow old without an event. */
	private static final Lifetime USUAL = new Lifetime(Duration.ofSeconds(60), Duration.ofMinutes(5));

	/** Lists by tally are not told of each vote, and a part that was late comes soon. */
	private static final Lifetime SHORT = new Lifetime(Duration.ofSeconds(10), Duration.ofSeconds(30));

	/** A page that lacks a part is made again as soon as somebody asks. */
	private static final Lifetime INCOMPLETE = new Lifetime(Duration.ofSeconds(1), Duration.ofSeconds(5));

	/** Under a name that changes with the content. */
	private static final Lifetime IMMUTABLE = new Lifetime(Duration.ofDays(365), Duration.ZERO);

	/** How long an answer of any kind is better than none. */
	static final Duration ON_ERROR = Duration.ofHours(24);

	/**
	 * The lifetime of an answer.
	 * @return empty when it may not be kept
	 */
	static Optional<Lifetime> of(CacheKey key, Captured answer, Dependencies dependencies) {
		String control = String.valueOf(answer.headers().getFirst(HttpHeaders.CACHE_CONTROL));
		if (control.contains("private") || control.contains("no-store")
				|| answer.headers().containsHeader(HttpHeaders.SET_COOKIE)) {
			return Optional.empty();
		}
		return switch (answer.status().value()) {
			case 200 -> Optional.of(ofContent(key, control, dependencies));
			case 301, 410 -> Optional.of(USUAL);
			case 404 -> Optional.of(SHORT);
			default -> Optional.empty();
		};
	}

	private static Lifetime ofContent(CacheKey key, String control, Dependencies dependencies) {
		if (control.contains("immutable")) {
			return IMMUTABLE;
		}
		if (dependencies.isIncomplete()) {
			return INCOMPLETE;
		}
		return key.path().equals("/api/articles/top-rated") ? SHORT : USUAL;
	}

	boolean isForever() {
		return equals(IMMUTABLE);
	}

	/** As a CDN reads it (W3C note "Edge Architecture Specification"). */
	String surrogateControl() {
		return "max-age=" + this.fresh.toSeconds() + ", stale-while-revalidate=" + this.stale.toSeconds()
				+ ", stale-if-error=" + ON_ERROR.toSeconds();
	}

}
