package vn.bantin.drills.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

import vn.bantin.drills.newspaper.Answer;

/**
 * Every single request. Its time counts from when it was due, not from when it was sent,
 * so that a stall shows in every request that had to wait (no coordinated omission).
 */
public final class Samples {

	/** How long everything has to be well before the newspaper counts as recovered. */
	private static final long CALM = Duration.ofSeconds(5).toNanos();

	private static final Duration WELL = Duration.ofSeconds(1);

	private final Queue<Sample> samples = new ConcurrentLinkedQueue<>();

	void add(Kind kind, long due, Answer answer, boolean well) {
		this.samples.add(new Sample(kind, due, Duration.ofNanos(System.nanoTime() - due), answer.status(), well,
				answer.isFromMemory()));
	}

	/**
	 * How many requests there were.
	 * @param which of these kinds
	 * @return the number
	 */
	public int count(Predicate<Kind> which) {
		return (int) this.samples.stream().filter((it) -> which.test(it.kind())).count();
	}

	/**
	 * How many failed: no answer, an error or a refusal.
	 * @param which of these kinds
	 * @return the number
	 */
	public int failed(Predicate<Kind> which) {
		return (int) this.samples.stream().filter((it) -> which.test(it.kind()) && !it.well()).count();
	}

	/**
	 * How many answers came from a gateway's memory.
	 * @param which of these kinds
	 * @return the number
	 */
	public int fromMemory(Predicate<Kind> which) {
		return (int) this.samples.stream().filter((it) -> which.test(it.kind()) && it.fromMemory()).count();
	}

	/**
	 * A percentile of the response times, by nearest rank.
	 * @param which of these kinds
	 * @param share 0 to 1, such as 0.99
	 * @return zero when there are none
	 */
	public Duration percentile(Predicate<Kind> which, double share) {
		List<Duration> sorted = this.samples.stream()
			.filter((it) -> which.test(it.kind()))
			.map(Sample::time)
			.sorted()
			.toList();
		return sorted.isEmpty() ? Duration.ZERO : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
	}

	/**
	 * How long after a moment the newspaper was well again for five seconds: every
	 * request answered, within a second.
	 * @param from the moment, of {@link System#nanoTime()}
	 * @return zero when it was well all the time; empty when no request proves it well
	 * for so long
	 */
	public Optional<Duration> recovery(long from) {
		List<Sample> after = this.samples.stream()
			.filter((it) -> it.due() >= from)
			.sorted(Comparator.comparingLong(Sample::due))
			.toList();
		long calmSince = from;
		for (Sample sample : after) {
			if (sample.due() - calmSince >= CALM) {
				return Optional.of(Duration.ofNanos(calmSince - from));
			}
			if (!sample.well() || sample.time().compareTo(WELL) > 0) {
				calmSince = sample.due();
			}
		}
		return Optional.empty();
	}

	/**
	 * Writes them into a file, to see what was slow and when.
	 * @param file one line for each request: seconds from the moment until it was due,
	 * its kind, milliseconds until the answer, ok or failed, and the status, 0 for no
	 * answer
	 * @param from the moment, of {@link System#nanoTime()}
	 * @throws UncheckedIOException if it cannot be written
	 */
	public void write(Path file, long from) {
		List<String> lines = this.samples.stream()
			.sorted(Comparator.comparingLong(Sample::due))
			.map((sample) -> String.format(Locale.ROOT, "%.3f\t%s\t%d\t%s\t%d", (sample.due() - from) / 1e9,
					sample.kind(), sample.time().toMillis(), sample.well() ? "ok" : "failed", sample.status()))
			.toList();
		try {
			Files.write(file, lines);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private record Sample(Kind kind, long due, Duration time, int status, boolean well, boolean fromMemory) {
	}

}
