package vn.bantin.rating.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The topic {@code votes} through one transactional producer per shard. Events are
 * CloudEvents in binary mode: attributes in headers, the data as the value.
 */
final class KafkaEventLog implements EventLog {

	static final String TOPIC = "votes";

	private final Producer<byte[], byte[]> producer;

	private KafkaEventLog(Producer<byte[], byte[]> producer) {
		this.producer = producer;
	}

	/** The opener for brokers at the given addresses. */
	static EventLog.Opener opener(String brokers) {
		return (shard) -> {
			Map<String, Object> settings = new HashMap<>();
			settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
			settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "vote-relay-" + shard);
			settings.put(ProducerConfig.ACKS_CONFIG, "all");
			settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
			settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
			settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5000);
			settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4000);
			settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10000);
			settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 15000);
			settings.put(ProducerConfig.METRIC_REPORTER_CLASSES_CONFIG, "");
			KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings, new ByteArraySerializer(),
					new ByteArraySerializer());
			try {
				producer.initTransactions();
			}
			catch (RuntimeException ex) {
				producer.close(Duration.ZERO);
				throw ex;
			}
			return new KafkaEventLog(producer);
		};
	}

	@Override
	public void append(List<Announcement> announcements) {
		this.producer.beginTransaction();
		// A failed send fails the commit, so no answer has to be looked at one by one.
		announcements.forEach((it) -> this.producer.send(record(it)));
		this.producer.commitTransaction();
	}

	static ProducerRecord<byte[], byte[]> record(Announcement announcement) {
		ProducerRecord<byte[], byte[]> event = new ProducerRecord<>(TOPIC, null, announcement.time().toEpochMilli(),
				bytes(announcement.key()), bytes(announcement.data()));
		Headers headers = event.headers();
		headers.add("ce_specversion", bytes("1.0"));
		headers.add("ce_id", bytes(announcement.id()));
		headers.add("ce_source", bytes("/rating-service"));
		headers.add("ce_type", bytes(announcement.type()));
		headers.add("ce_subject", bytes(announcement.key()));
		headers.add("ce_time", bytes(announcement.time().toString()));
		headers.add("ce_dataschema", bytes("https://bantin.vn/schemas/" + schema(announcement.type())));
		headers.add("ce_revision", bytes(Long.toString(announcement.version())));
		headers.add("ce_partitionkey", bytes(announcement.key()));
		headers.add("content-type", bytes("application/json"));
		return event;
	}

	private static String schema(String type) {
		return type.substring("vn.bantin.".length()) + ".schema.json";
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		this.producer.close(Duration.ofSeconds(2));
	}

}
