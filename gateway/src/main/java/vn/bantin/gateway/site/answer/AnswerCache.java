package vn.bantin.gateway.site.answer;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import reactor.core.publisher.Mono;

/**
 * A cache of answers that are the same for all readers. However many pages need one, it
 * is fetched and read once until it expires. A missing answer is cached too, which spares
 * a slow service.
 *
 * @param <T> what an answer is read into
 */
final class AnswerCache<T> {

	/** Far more than a newspaper has sections and places. */
	private static final int LARGEST = 500;

	private final Cache<String, Mono<Optional<T>>> answers;

	private final Function<String, Mono<Optional<T>>> loader;

	/**
	 * An empty cache.
	 * @param loader gets the answer at a path; empty when it is not available
	 * @param timeToLive how long an answer is used, from the moment of the request
	 */
	AnswerCache(Function<String, Mono<Optional<T>>> loader, Duration timeToLive) {
		this.answers = Caffeine.newBuilder().maximumSize(LARGEST).expireAfterWrite(timeToLive).build();
		this.loader = loader;
	}

	Mono<Optional<T>> get(String path) {
		return this.answers.get(path, (missing) -> this.loader.apply(missing).cache());
	}

}
