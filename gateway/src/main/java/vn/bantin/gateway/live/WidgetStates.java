package vn.bantin.gateway.live;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import vn.bantin.gateway.change.Changes;

/**
 * The newest states of the widgets that somebody watches. The topics say when there is a
 * newer one, widget-service what readers get then: it is asked once, however many pages
 * show it. Except for {@link #note}, all is done by one thread.
 */
final class WidgetStates {

	private static final Logger logger = LoggerFactory.getLogger(WidgetStates.class);

	private static final int RETRY_SECONDS = 1;

	private final Changes changes;

	private final BiFunction<Subject, Optional<String>, Mono<String>> service;

	private final Broadcast broadcast;

	private final ScheduledExecutorService thread;

	/** What there is, by the topics. */
	private final Map<Subject, Long> versions = new ConcurrentHashMap<>();

	private final Map<Subject, LiveEvent> states = new HashMap<>();

	private final Set<Subject> asked = new HashSet<>();

	WidgetStates(Changes changes, BiFunction<Subject, Optional<String>, Mono<String>> service, Broadcast broadcast,
			ScheduledExecutorService thread) {
		this.changes = changes;
		this.service = service;
		this.broadcast = broadcast;
		this.thread = thread;
	}

	/** Notes that there is a newer state; any thread may. */
	void note(Subject subject, long version) {
		this.versions.put(subject, version);
	}

	/**
	 * The newest state, if it is here. Otherwise it is asked for, and told to all who
	 * watch it.
	 */
	Optional<LiveEvent> find(Subject subject) {
		Long version = this.versions.get(subject);
		if (version == null) {
			return Optional.empty();
		}
		LiveEvent state = this.states.get(subject);
		if (state != null && state.version() >= version) {
			return Optional.of(state);
		}
		ask(subject, version);
		return Optional.empty();
	}

	private void ask(Subject subject, long version) {
		if (this.asked.add(subject)) {
			this.service.apply(subject, this.changes.seen())
				.subscribe((json) -> this.thread.execute(() -> tell(LiveEvent.of(subject, version, json))),
						(failure) -> askAgain(subject, failure));
		}
	}

	private void tell(LiveEvent state) {
		this.asked.remove(state.subject());
		this.states.put(state.subject(), state);
		this.broadcast.offer(state);
		// Meanwhile there may be a newer one.
		find(state.subject());
	}

	private void askAgain(Subject subject, Throwable failure) {
		logger.info("Nothing is told of {} yet: {}", subject, failure.toString());
		this.thread.schedule(() -> {
			this.asked.remove(subject);
			if (this.broadcast.isWatched(subject)) {
				find(subject);
			}
		}, RETRY_SECONDS, TimeUnit.SECONDS);
	}

}
