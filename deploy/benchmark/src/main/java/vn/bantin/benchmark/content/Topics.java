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
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.bantin.service.cloudevent.CloudEvent;
import vn.bantin.service.cloudevent.CloudEvents;

/** Writes events into the topics as the relays do. */
public final class Topics implements AutoCloseable {

	private static final CloudEvents ARTICLES = new CloudEvents("article-service");

	private static final CloudEvents RATINGS = new CloudEvents("rating-service");

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
		return event("articles", ARTICLES, GeneratedNews.id(number), "vn.bantin.article.published.v1", 2,
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
		return event("votes", RATINGS, article + "/" + reader, "vn.bantin.vote.cast.v1", 1, at, data);
	}

	private static ProducerRecord<byte[], byte[]> event(String topic, CloudEvents service, String key, String type,
			int revision, Instant at, ObjectNode data) {
		String id = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
		return service.write(topic, new CloudEvent(id, type, key, revision, at, json.writeValueAsString(data)));
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

	@Override
	public void close() {
		this.producer.close();
	}

}
