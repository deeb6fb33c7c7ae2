package vn.bantin.gateway.change;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import vn.bantin.service.projection.Positions;

/** How far the topics have been read, beside how far Kafka says that they go. */
final class ReadingProgress {

	/** Kafka is asked once a second: one answer may be lost or late, two may not. */
	private static final Duration VALID = Duration.ofSeconds(2);

	private final Positions positions;

	private final LongSupplier nanos;

	/** What Kafka said and reading had not reached when it was last looked at. */
	private final Deque<Ends> ahead = new ArrayDeque<>();

	/** When Kafka was asked for the ends that have been reached. */
	private volatile long reached;

	private volatile @Nullable Ends last;

	/**
	 * Nothing is reached yet.
	 * @param positions how far the topics have been read
	 * @param nanos the time in nanoseconds, from any origin
	 */
	ReadingProgress(Positions positions, LongSupplier nanos) {
		this.positions = positions;
		this.nanos = nanos;
		this.reached = never();
	}

	private long never() {
		return this.nanos.getAsLong() - 2 * VALID.toNanos();
	}

	/** The partitions to be read; empty until they are known. */
	Set<TopicPartition> partitions() {
		return this.positions.known().keySet();
	}

	/**
	 * Notes what Kafka said.
	 * @param asked when it was asked, by the clock of this
	 * @param offsets the next offset of each partition
	 */
	synchronized void extend(long asked, Map<TopicPartition, Long> offsets) {
		Ends ends = new Ends(asked, Map.copyOf(offsets));
		this.last = ends;
		this.ahead.add(ends);
		this.ahead.removeIf((it) -> !isValid(it.asked));
		compare();
	}

	/** Whether everything is known that was there when Kafka was asked lately. */
	boolean isCurrent() {
		return isValid(this.reached) || isValid(compare());
	}

	private synchronized long compare() {
		while (!this.ahead.isEmpty() && this.positions.countMissing(this.ahead.getFirst().offsets) == 0) {
			this.reached = this.ahead.removeFirst().asked;
		}
		return this.reached;
	}

	private boolean isValid(long asked) {
		return this.nanos.getAsLong() - asked <= VALID.toNanos();
	}

	/** The last known offset of each partition, as {@code X-Seen} says it. */
	Optional<String> seen() {
		Map<String, Long> seen = new TreeMap<>();
		this.positions.known().forEach((partition, next) -> seen.put(partition.toString(), next));
		Ends ends = this.last;
		if (ends != null) {
			ends.offsets.forEach((partition, next) -> seen.merge(partition.toString(), next, Math::max));
		}
		return Optional
			.of(seen.entrySet()
				.stream()
				.filter((end) -> end.getValue() > 0)
				.map((end) -> end.getKey() + ":" + (end.getValue() - 1))
				.collect(Collectors.joining(",")))
			.filter((it) -> !it.isEmpty());
	}

	/** Records that Kafka has and that are not known yet. */
	long countMissing() {
		Ends ends = this.last;
		return (ends != null) ? this.positions.countMissing(ends.offsets) : 0;
	}

	/** Seconds since Kafka was asked and answered; NaN when it never was. */
	double silence() {
		Ends ends = this.last;
		return (ends != null) ? (this.nanos.getAsLong() - ends.asked) / 1e9 : Double.NaN;
	}

	/** The topics are others. */
	synchronized void reset() {
		this.ahead.clear();
		this.last = null;
		this.reached = never();
	}

	/**
	 * What Kafka said.
	 *
	 * @param asked when it was asked
	 * @param offsets the next offset of each partition
	 */
	private record Ends(long asked, Map<TopicPartition, Long> offsets) {
	}

}
