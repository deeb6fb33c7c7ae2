package vn.bantin.gateway.origin;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Mono;
import vn.bantin.gateway.origin.Origins.Reply;

/**
 * One request to a service, in at most two tries; a read that got 503 begins once more.
 *
 * @param <R> what the service replies
 */
final class Call<R extends Reply> {

	private static final Duration BACKOFF = Duration.ofMillis(50);

	private final Service service;

	private final Instances instances;

	private final Throttle throttle;

	private final boolean read;

	private final Function<URI, Mono<R>> exchange;

	private final Clock clock;

	Call(Service service, HttpMethod method, Function<URI, Mono<R>> exchange, Clock clock) {
		this.service = service;
		this.instances = service.instances();
		this.throttle = service.throttle(method);
		this.read = Service.isRead(method);
		this.exchange = exchange;
		this.clock = clock;
	}

	Mono<R> send() {
		Mono<R> reply = Mono.defer(this::admit);
		if (!this.read || !this.instances.areSeveral()) {
			return reply;
		}
		return reply.flatMap(
				(first) -> isUnavailable(first) ? Mono.delay(BACKOFF).flatMap((waited) -> reply) : Mono.just(first));
	}

	private static boolean isUnavailable(Reply reply) {
		return reply.status() == HttpStatus.SERVICE_UNAVAILABLE.value();
	}

	private Mono<R> admit() {
		return this.throttle.admits() ? attempt(true) : Mono.error(new Throttled(this.service.origin()));
	}

	private Mono<R> attempt(boolean first) {
		Instance instance = this.instances.next(first && this.read);
		Instant sent = this.clock.instant();
		return this.exchange.apply(instance.address())
			.doOnNext((reply) -> note(instance, reply))
			.onErrorResume((thrown) -> {
				this.throttle.failed();
				Failure failure = Failure.of(thrown);
				// Then it was the connection that was dead.
				boolean alive = failure != Failure.UNREACHABLE && instance.hasAnsweredSince(sent);
				if (failure != Failure.OTHER && !alive) {
					instance.failed();
				}
				return (first && isRepeatable(failure, alive)) ? attempt(false) : Mono.error(thrown);
			});
	}

	private void note(Instance instance, Reply reply) {
		this.throttle.answered(reply.status());
		instance.answered(reply.status(), reply.connection());
	}

	/**
	 * Whether a second try has no second effect and some hope. A service that is late at
	 * its only instance most likely has too much to do.
	 */
	private boolean isRepeatable(Failure failure, boolean alive) {
		return switch (failure) {
			case UNREACHABLE -> this.instances.areSeveral();
			case LATE -> this.read && (this.instances.areSeveral() || alive);
			case BROKEN -> this.read;
			case OTHER -> false;
		};
	}

}
