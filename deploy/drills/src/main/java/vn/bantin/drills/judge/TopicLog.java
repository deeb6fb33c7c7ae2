package vn.bantin.drills.judge;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import vn.bantin.drills.fault.Records;
import vn.bantin.drills.topic.TopicReader;

/**
 * The topics from their start as events, read as the data team reads them.
 */
public final class TopicLog implements AutoCloseable {

	/** How the names of dead-letter topics end. */
	private static final String DEAD = ".dead";

	private static final JsonMapper json = JsonMapper.builder().build();

	private final TopicReader reader;

	private final List<Event> events = new ArrayList<>();

	/**
	 * Opens the topics; nothing is read yet.
	 * @param brokers where Kafka is
	 * @param topics which topics besides all dead-letter topics
	 */
	public TopicLog(String brokers, Set<String> topics) {
		this.reader = new TopicReader(brokers, (topic) -> topics.contains(topic) || isDead(topic));
	}

	static boolean isDead(String topic) {
		return topic.endsWith(DEAD);
	}

	/**
	 * Reads on to the present end.
	 * @return everything since the start, in order within each partition
	 * @throws IllegalStateException if the end cannot be reached within 30 s
	 */
	public List<Event> read() {
		this.reader.read().forEach((it) -> this.events.add(event(it)));
		return List.copyOf(this.events);
	}

	/**
	 * How many records there are.
	 * @return the number that {@link #read()} returned last
	 */
	public int size() {
		return this.events.size();
	}

	private static Event event(ConsumerRecord<byte[], byte[]> it) {
		String key = (it.key() != null) ? new String(it.key(), StandardCharsets.UTF_8) : "";
		String type = header(it, "ce_type").orElse("none").replace("vn.bantin.", "");
		boolean planted = header(it, Records.PLANTED).isPresent();
		try {
			return new Event(it.topic(), it.partition(), it.offset(), key, type,
					json.readTree((it.value() != null) ? it.value() : new byte[] { '{', '}' }), planted);
		}
		catch (JacksonException ex) {
			return new Event(it.topic(), it.partition(), it.offset(), key, "unreadable", json.createObjectNode(),
					planted);
		}
	}

	private static Optional<String> header(ConsumerRecord<byte[], byte[]> event, String name) {
		return Optional.ofNullable(event.headers().lastHeader(name))
			.map(Header::value)
			.map((value) -> new String(value, StandardCharsets.UTF_8));
	}

	@Override
	public void close() {
		this.reader.close();
	}

}
