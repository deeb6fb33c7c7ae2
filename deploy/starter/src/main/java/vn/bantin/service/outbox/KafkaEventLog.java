package vn.bantin.service.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vn.bantin.service.cloudevent.CloudEvent;
import vn.bantin.service.cloudevent.CloudEvents;

/** A topic through one transactional producer per shard. */
final class KafkaEventLog implements EventLog {

	private static final int TRANSACTION_TIMEOUT_MILLIS = 15_000;

	private final Producer<byte[], byte[]> producer;

	private final String topic;

	private final CloudEvents events;

	private KafkaEventLog(Producer<byte[], byte[]> producer, String topic, CloudEvents events) {
		this.producer = producer;
		this.topic = topic;
		this.events = events;
	}

	/** The opener with the service's producer settings. */
	static EventLog.Opener opener(OutboxProperties outbox, Map<String, Object> producerSettings, CloudEvents events) {
		return (shard) -> {
			Map<String, Object> settings = new HashMap<>(producerSettings);
			settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, outbox.transactionalId() + "-" + shard);
			settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MILLIS);
			KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings, new ByteArraySerializer(),
					new ByteArraySerializer());
			try {
				producer.initTransactions();
			}
			catch (RuntimeException ex) {
				producer.close(Duration.ZERO);
				throw ex;
			}
			return new KafkaEventLog(producer, outbox.topic(), events);
		};
	}

	@Override
	public void append(List<CloudEvent> events) {
		this.producer.beginTransaction();
		// A failed send fails the commit, so no single result has to be looked at.
		events.forEach((it) -> this.producer.send(this.events.write(this.topic, it)));
		this.producer.commitTransaction();
	}

	@Override
	public void close() {
		this.producer.close(Duration.ofSeconds(2));
	}

}
