package vn.bantin.gateway.cache;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** What an operator should know about the memory. */
final class MemoryMeters {

	/**
	 * Requests that could be answered from memory, by what became of them. Many that are
	 * stale-if-error: a service is away.
	 */
	private static final String REQUESTS = "bantin.gateway.memory.requests";

	/** Answers that were older than what the topics had told, and so were not kept. */
	private static final String BEHIND = "bantin.gateway.memory.behind";

	/** How many answers are kept. */
	private static final String ANSWERS = "bantin.gateway.memory.answers";

	/** How many bytes they take. */
	private static final String BYTES = "bantin.gateway.memory.size";

	private final Map<Outcome, Counter> requests;

	private final Counter behind;

	MemoryMeters(Memory memory, MeterRegistry meters) {
		this.requests = new EnumMap<>(Arrays.stream(Outcome.values())
			.collect(Collectors.toMap(Function.identity(),
					(outcome) -> meters.counter(REQUESTS, "outcome", outcome.word()))));
		this.behind = meters.counter(BEHIND);
		Gauge.builder(ANSWERS, memory, Memory::count).register(meters);
		Gauge.builder(BYTES, memory, Memory::bytes).baseUnit("bytes").register(meters);
	}

	void hit(CachedAnswer.State state) {
		count(switch (state) {
			case FRESH -> Outcome.HIT;
			case STALE -> Outcome.STALE;
			case ON_ERROR, EXPIRED -> Outcome.STALE_IF_ERROR;
		});
	}

	void count(Outcome outcome) {
		Objects.requireNonNull(this.requests.get(outcome)).increment();
	}

	void behind() {
		this.behind.increment();
	}

	/** What became of a request. */
	enum Outcome {

		/** Answered from memory. */
		HIT,
		/** Answered from memory while a new answer was being made. */
		STALE,
		/** Answered from memory because no new answer could be made. */
		STALE_IF_ERROR,
		/** Made for this request. */
		MISS,
		/** Made for another request that came just before. */
		COLLAPSED;

		private String word() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
