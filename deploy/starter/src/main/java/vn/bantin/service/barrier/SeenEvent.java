package vn.bantin.service.barrier;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The event that a caller has seen, as the header {@code X-Seen} names it:
 * {@code articles-3:4711} is offset 4711 of partition 3 of the topic {@code articles}.
 *
 * @param partition topic and partition
 * @param offset its offset
 */
public record SeenEvent(TopicPartition partition, long offset) {

	/** The header that names the event. */
	public static final String HEADER = "X-Seen";

	/** The header of an answer that is older than the event. */
	public static final String BEHIND = "X-Behind";

	private static final Pattern SEEN = Pattern.compile("([a-z.-]{1,100})-(\\d{1,5}):(\\d{1,18})");

	/**
	 * Reads the header.
	 * @param header its value
	 * @return empty when there is none or it names no event
	 */
	public static Optional<SeenEvent> parse(@Nullable String header) {
		Matcher seen = SEEN.matcher((header != null) ? header : "");
		return seen.matches()
				? Optional.of(new SeenEvent(new TopicPartition(seen.group(1), Integer.parseInt(seen.group(2))),
						Long.parseLong(seen.group(3))))
				: Optional.empty();
	}

}
