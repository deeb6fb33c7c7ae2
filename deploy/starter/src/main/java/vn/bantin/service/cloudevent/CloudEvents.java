package vn.bantin.service.cloudevent;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Writes events of one source to Kafka and reads those of all. Attributes are headers
 * {@code ce_…}, the data is the value (CloudEvents Kafka protocol binding 1.0, binary
 * mode).
 */
public final class CloudEvents {

	private static final String SCHEMAS = "https://bantin.vn/schemas/";

	private final byte[] source;

	/**
	 * Writes the events of a service.
	 * @param service name of the service
	 */
	public CloudEvents(String service) {
		this.source = bytes("/" + service);
	}

	/**
	 * An event as a record.
	 * @param topic where it is to be sent
	 * @param event the event
	 * @return the record, with the event's time as its timestamp
	 */
	public ProducerRecord<byte[], byte[]> write(String topic, CloudEvent event) {
		return new ProducerRecord<>(topic, null, event.time().toEpochMilli(), bytes(event.key()), bytes(event.data()),
				headers(event));
	}

	/**
	 * The attributes of an event.
	 * @param event the event
	 * @return its headers
	 */
	public Headers headers(CloudEvent event) {
		Headers headers = new RecordHeaders();
		headers.add("ce_specversion", bytes("1.0"));
		headers.add("ce_id", bytes(event.id()));
		headers.add("ce_source", this.source);
		headers.add("ce_type", bytes(event.type()));
		headers.add("ce_subject", bytes(event.key()));
		headers.add("ce_time", bytes(event.time().toString()));
		headers.add("ce_dataschema",
				bytes(SCHEMAS + event.type().substring(CloudEvent.TYPES.length()) + ".schema.json"));
		headers.add("ce_revision", bytes(Long.toString(event.revision())));
		headers.add("ce_partitionkey", bytes(event.key()));
		headers.add("content-type", bytes("application/json"));
		return headers;
	}

	/**
	 * The event in a record.
	 * @param event a record of one of our topics
	 * @return the event
	 * @throws IllegalArgumentException if an attribute or the data is missing or
	 * malformed
	 */
	public static CloudEvent read(ConsumerRecord<byte[], byte[]> event) {
		if (event.value() == null) {
			throw new IllegalArgumentException("An event without data");
		}
		Headers headers = event.headers();
		return new CloudEvent(attribute(headers, "ce_id"), attribute(headers, "ce_type"),
				attribute(headers, "ce_partitionkey"), Long.parseLong(attribute(headers, "ce_revision")),
				Instant.parse(attribute(headers, "ce_time")), text(event.value()));
	}

	private static String attribute(Headers headers, String name) {
		Header header = headers.lastHeader(name);
		if (header == null || header.value() == null) {
			throw new IllegalArgumentException("An event without " + name);
		}
		return text(header.value());
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
