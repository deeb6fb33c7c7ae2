package vn.bantin.gateway.cache;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.gateway.change.Change;
import vn.bantin.gateway.change.Changes;
import vn.bantin.gateway.origin.Origins;

/**
 * Makes what is missing in memory, once for all who wait. An answer is made by Spring
 * from a request of the memory's own, and goes on being made when those who asked have
 * gone.
 */
final class Fills {

	private static final Logger logger = LoggerFactory.getLogger(Fills.class);

	/** More than any page waits for its parts. */
	private static final Duration LONGEST = Duration.ofSeconds(5);

	/**
	 * Where a retraction overtakes an answer again and again, or every instance that is
	 * asked is behind, somebody else is to ask.
	 */
	private static final int ATTEMPTS = 3;

	private final Memory memory;

	private final Keeping keeping;

	private final Maker maker;

	private final JsonMapper json;

	private final Changes changes;

	private final LongSupplier nanos;

	private final Scheduler background;

	private final MemoryMeters meters;

	private final Map<CacheKey, Fill> underWay = new ConcurrentHashMap<>();

	Fills(Memory memory, Keeping keeping, Maker maker, JsonMapper json, Changes changes, LongSupplier nanos,
			Scheduler background, MemoryMeters meters) {
		this.memory = memory;
		this.keeping = keeping;
		this.maker = maker;
		this.json = json;
		this.changes = changes;
		this.nanos = nanos;
		this.background = background;
		this.meters = meters;
	}

	/**
	 * Makes an answer, or waits for the one that is being made.
	 * @return what came of it; fails when there is no answer at all
	 */
	Mono<Filled> fill(CacheKey key) {
		return begin(key).result();
	}

	/** Whether an answer is being made that may be waited for. */
	boolean isUnderWay(CacheKey key) {
		return this.underWay.containsKey(key);
	}

	/** Has a new answer made in the background, unless one is being made. */
	void refresh(CacheKey key) {
		if (!this.underWay.containsKey(key)) {
			begin(key).result().subscribeOn(this.background).subscribe((filled) -> {
			}, (failure) -> logger.debug("{} stays as it is", key.target(), failure));
		}
	}

	/**
	 * One that began before something was taken away is not waited for: it might show it.
	 */
	private Fill begin(CacheKey key) {
		return this.underWay.compute(key,
				(same, before) -> (before != null && !this.memory.isAnythingGoneSince(before.begun)) ? before
						: new Fill(same));
	}

	/** Makes an answer. */
	interface Maker {

		Mono<Captured> make(CacheKey key, Dependencies dependencies);

	}

	private final class Fill {

		private final CacheKey key;

		private final long begun = Fills.this.nanos.getAsLong();

		private final Mono<Filled> result;

		Fill(CacheKey key) {
			this.key = key;
			this.result = Mono.defer(() -> make(1))
				.timeout(LONGEST)
				.doOnError((failure) -> fail())
				.doFinally((signal) -> Fills.this.underWay.remove(key, this))
				.cache();
		}

		Mono<Filled> result() {
			return this.result;
		}

		private Mono<Filled> make(int attempt) {
			long begun = Fills.this.nanos.getAsLong();
			Dependencies dependencies = new Dependencies();
			return Fills.this.maker.make(this.key, dependencies).flatMap((captured) -> {
				Captured answer = note(captured, dependencies);
				boolean overtaken = Fills.this.memory.isGoneSince(dependencies.tags(), begun);
				if ((overtaken || isOfThePast(answer, dependencies)) && attempt < ATTEMPTS) {
					return make(attempt + 1);
				}
				if (isOfThePast(answer, dependencies) && Fills.this.memory.isLatelyGone(dependencies.tags())) {
					return Mono.error(new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE,
							"No instance has heard of the retraction yet"));
				}
				return Mono.just(keep(answer, dependencies, begun));
			});
		}

		private Captured note(Captured captured, Dependencies dependencies) {
			if (captured.headers().containsHeader(Origins.BEHIND)) {
				dependencies.behind();
			}
			MediaType type = captured.headers().getContentType();
			if (this.key.isApi() && captured.status().is2xxSuccessful() && MediaType.APPLICATION_JSON.includes(type)) {
				try {
					Shown.note(this.key.target(), Fills.this.json.readTree(captured.body()), dependencies);
					if (isOlderThanTold(dependencies)) {
						dependencies.behind();
					}
				}
				catch (JacksonException ex) {
					logger.warn("{} is answered with what is no JSON: {}", this.key.path(), ex.getOriginalMessage());
				}
			}
			else if (this.key.isApi()) {
				dependencies.on(Shown.by(this.key.target(), Fills.this.json.missingNode()));
			}
			return captured;
		}

		/** Another instance may have heard of the change by now. */
		private boolean isOfThePast(Captured answer, Dependencies dependencies) {
			return answer.status().is2xxSuccessful() && dependencies.isBehind()
					&& Fills.this.memory.isLatelyChanged(dependencies.tags());
		}

		/** Rating-service waits for no tally, so its answers are checked here. */
		private boolean isOlderThanTold(Dependencies dependencies) {
			Version version = dependencies.version();
			return Shown.article(this.key.path())
				.filter((
						id) -> isOlder(version.revision(), Fills.this.changes.article(id).map(Change.Article::revision))
								|| isOlder(version.tally(), Fills.this.changes.tally(id).map(Change.Tally::version)))
				.isPresent();
		}

		private boolean isOlder(long shown, Optional<Long> told) {
			return shown != 0 && told.isPresent() && shown < told.get();
		}

		private Filled keep(Captured captured, Dependencies dependencies, long begun) {
			if (captured.isFailure()) {
				fail();
				return new Filled(captured, null);
			}
			if (dependencies.isBehind() && Fills.this.memory.isLatelyChanged(dependencies.tags())) {
				Fills.this.meters.behind();
				return new Filled(captured, null);
			}
			@Nullable CachedAnswer kept = Fills.this.keeping.keep(this.key, captured, dependencies)
				.filter((answer) -> Fills.this.memory.keep(this.key, answer, begun))
				.orElse(null);
			return new Filled(captured, kept);
		}

		private void fail() {
			CachedAnswer before = Fills.this.memory.find(this.key);
			if (before != null) {
				before.fail(Fills.this.nanos.getAsLong());
			}
		}

	}

}
