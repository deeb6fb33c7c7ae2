package vn.bantin.gateway.site;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import reactor.core.publisher.Mono;

/**
 * Parts that are the same on the pages of all readers. Each is asked for and read once
 * for all pages that are drawn within a moment, however many wait for it; so is its
 * absence, which spares a service that is slow.
 *
 * @param <T> what a part is read into
 */
final class Shared<T> {

	/** Far more than a newspaper has sections and places. */
	private static final int MOST = 500;

	private final Cache<String, Mono<Optional<T>>> parts;

	private final Function<String, Mono<Optional<T>>> asking;

	/**
	 * Nothing known yet.
	 * @param asking gets the part at a path; empty when it is not to be had
	 * @param moment how long from the asking one answer serves
	 */
	Shared(Function<String, Mono<Optional<T>>> asking, Duration moment) {
		this.parts = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(moment).build();
		this.asking = asking;
	}

	Mono<Optional<T>> get(String path) {
		return this.parts.get(path, (unknown) -> this.asking.apply(unknown).cache());
	}

}
