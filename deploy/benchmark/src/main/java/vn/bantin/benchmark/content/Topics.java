package vn.bantin.benchmark.content;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes events into the topics with the keys, headers and data of the relays. */
public final class Topics implements AutoCloseable {

	private static final JsonMapper json = JsonMapper.builder().build();

	private final Producer<byte[], byte[]> producer;

	private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

	/**
	 * Opens the topics.
	 * @param brokers where Kafka is
	 */
	public Topics(String brokers) {
		this.producer = new KafkaProducer<>(Map.of("bootstrap.servers", brokers, "acks", "all", "linger.ms", 20,
				"batch.size", 1 << 18, "buffer.memory", 1L << 25), new ByteArraySerializer(),
				new ByteArraySerializer());
	}

	/**
	 * Publishes articles.
	 * @param news that generates them
	 * @param count how many, from number 0
	 */
	public void publish(GeneratedNews news, int count) {
		for (int number = 0; number < count; number++) {
			send(published(news, number));
		}
		flush();
	}

	/**
	 * Casts votes of different readers on one article.
	 * @param article its id
	 * @param votes how many
	 * @param at when they were cast
	 */
	public void vote(String article, int votes, Instant at) {
		for (int number = 0; number < votes; number++) {
			send(cast(article, number, at));
		}
		flush();
	}

	static ProducerRecord<byte[], byte[]> published(GeneratedNews news, int number) {
		ObjectNode data = JsonNodeFactory.instance.objectNode().put("change", "insert").put("reason", "published");
		data.set("article", news.article(number));
		return event("articles", "article", GeneratedNews.id(number), "vn.bantin.article.published.v1", 2,
				news.published(number), data);
	}

	static ProducerRecord<byte[], byte[]> cast(String article, int number, Instant at) {
		String reader = String.format(java.util.Locale.ROOT, "benchmark%013d", number);
		ObjectNode data = JsonNodeFactory.instance.objectNode().put("change", "insert").put("reason", "cast");
		data.putObject("vote")
			.put("article", article)
			.put("reader", reader)
			.put("stars", 1 + number % 5)
			.put("state", "cast")
			.put("version", 1)
			.put("articleRevision", 2)
			.put("at", at.toString());
		return event("votes", "rating", article + "/" + reader, "vn.bantin.vote.cast.v1", 1, at, data);
	}

	private static ProducerRecord<byte[], byte[]> event(String topic, String service, String key, String type,
			int revision, Instant at, ObjectNode data) {
		ProducerRecord<byte[], byte[]> event = new ProducerRecord<>(topic, null, at.toEpochMilli(), bytes(key),
				json.writeValueAsBytes(data));
		Headers headers = event.headers();
		headers.add("ce_specversion", bytes("1.0"));
		headers.add("ce_id", bytes(UUID.nameUUIDFromBytes(bytes(key)).toString()));
		headers.add("ce_source", bytes("/" + service + "-service"));
		headers.add("ce_type", bytes(type));
		headers.add("ce_subject", bytes(key));
		headers.add("ce_time", bytes(at.toString()));
		headers.add("ce_dataschema",
				bytes("https://bantin.vn/schemas/" + type.substring("vn.bantin.".length()) + ".schema.json"));
		headers.add("ce_revision", bytes(Integer.toString(revision)));
		headers.add("ce_partitionkey", bytes(key));
		headers.add("content-type", bytes("application/json"));
		return event;
	}

	private void send(ProducerRecord<byte[], byte[]> event) {
		Future<RecordMetadata> _ = this.producer.send(event, (sent, problem) -> {
			if (problem != null) {
				this.failure.compareAndSet(null, problem);
			}
		});
	}

	private void flush() {
		this.producer.flush();
		Exception problem = this.failure.get();
		if (problem != null) {
			throw new IllegalStateException("The generated content could not be written: " + problem.getMessage(),
					problem);
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		this.producer.close();
	}

}
