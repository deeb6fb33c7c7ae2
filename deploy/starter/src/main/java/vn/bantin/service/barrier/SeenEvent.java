package vn.bantin.service.barrier;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * An event that a caller has seen, as the header {@code X-Seen} names it:
 * {@code articles-3:4711} is offset 4711 of partition 3 of the topic {@code articles}.
 * The header names one or several, separated by commas.
 *
 * @param partition topic and partition
 * @param offset its offset
 */
public record SeenEvent(TopicPartition partition, long offset) {

	/** The header that names the events. */
	public static final String HEADER = "X-Seen";

	/** The header of an answer that is older than one of the events. */
	public static final String BEHIND = "X-Behind";

	/** More than all partitions of all topics. */
	private static final int MAX_EVENTS = 64;

	private static final Pattern SEEN = Pattern.compile("([A-Za-z0-9._-]{1,100})-(\\d{1,5}):(\\d{1,18})");

	/**
	 * Reads the header.
	 * @param header its value
	 * @return empty when there is none, or one of its parts names no event, or there are
	 * more than 64
	 */
	public static List<SeenEvent> parse(@Nullable String header) {
		String[] parts = (header != null) ? header.split(",", MAX_EVENTS) : new String[0];
		List<Matcher> events = Arrays.stream(parts).map(SEEN::matcher).toList();
		return events.stream().allMatch(Matcher::matches) ? events.stream().map(SeenEvent::of).toList() : List.of();
	}

	private static SeenEvent of(Matcher seen) {
		return new SeenEvent(new TopicPartition(seen.group(1), Integer.parseInt(seen.group(2))),
				Long.parseLong(seen.group(3)));
	}

}
