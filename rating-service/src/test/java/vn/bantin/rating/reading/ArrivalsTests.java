package vn.bantin.rating.reading;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ArrivalsTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private final Arrivals arrivals = new Arrivals();

	@Test
	void wakesAllWhoWaitForANewerOne() throws Exception {
		try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Optional<KnownTally>>> waiting = Stream
				.generate(() -> readers.submit(() -> this.arrivals.awaitAfter("a", 3, LONG)))
				.limit(100)
				.toList();
			for (long version = 1; version <= 4; version++) {
				this.arrivals.arrived(tally("a", version));
			}
			for (Future<Optional<KnownTally>> reader : waiting) {
				assertThat(reader.get().orElseThrow().version()).isEqualTo(4);
			}
		}
	}

	@Test
	void tellsWhatArrivedBefore() {
		this.arrivals.arrived(tally("a", 4));
		this.arrivals.arrived(tally("a", 2));
		assertThat(this.arrivals.awaitAfter("a", 3, Duration.ZERO)).contains(tally("a", 4));
	}

	@Test
	void tellsOfNothingWhenNoNewerOneArrives() {
		this.arrivals.arrived(tally("a", 3));
		this.arrivals.arrived(tally("b", 4));
		assertThat(this.arrivals.awaitAfter("a", 3, Duration.ofMillis(20))).isEmpty();
	}

	private static KnownTally tally(String article, long version) {
		return new KnownTally(article, 5, 1, 5.0, Map.of("5", 1L), version);
	}

}
