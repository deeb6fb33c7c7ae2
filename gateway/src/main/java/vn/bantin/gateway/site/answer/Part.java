package vn.bantin.gateway.site.answer;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import reactor.core.publisher.Mono;
import vn.bantin.gateway.cache.Dependencies;
import vn.bantin.gateway.change.Tag;

/**
 * A part of a page, with what the page comes to depend on by showing it.
 *
 * @param <T> what the part was read into
 * @param value empty when it did not come in time
 * @param shows what it shows
 * @param behind whether it is older than what is known to have changed
 */
record Part<T>(Optional<T> value, Collection<Tag> shows, boolean behind) {

	static <T> Part<T> missing() {
		return new Part<>(Optional.empty(), List.of(), false);
	}

	/** The value, after noting that a page shows it. */
	Mono<Optional<T>> noted() {
		return Dependencies.note(this.value, (dependencies) -> {
			dependencies.on(this.shows);
			if (this.behind) {
				dependencies.behind();
			}
			if (this.value.isEmpty()) {
				dependencies.incomplete();
			}
		});
	}

}
