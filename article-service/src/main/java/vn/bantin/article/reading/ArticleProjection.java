package vn.bantin.article.reading;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.lucene.store.AlreadyClosedException;
import tools.jackson.databind.json.JsonMapper;

import vn.bantin.service.projection.Projection;
import vn.bantin.service.projection.ProjectionUnavailable;

/** Folds the topic {@code articles} into the index. */
class ArticleProjection implements Projection {

	private static final String TOPIC = "articles";

	private static final JsonMapper json = JsonMapper.builder().build();

	private final ArticleIndex index;

	ArticleProjection(ArticleIndex index) {
		this.index = index;
	}

	@Override
	public Set<String> topics() {
		return Set.of(TOPIC);
	}

	@Override
	public void apply(ConsumerRecord<byte[], byte[]> event) {
		if (event.value() == null) {
			throw new IllegalArgumentException("An event without data");
		}
		write(() -> this.index.update(json.readTree(event.value()).path("article")));
	}

	@Override
	public void publish() {
		write(this.index::refresh);
	}

	@Override
	public void checkpoint(Map<TopicPartition, Long> positions) {
		write(() -> this.index.commit(positions.entrySet()
			.stream()
			.collect(Collectors.toMap((it) -> it.getKey().partition(), Map.Entry::getValue))));
	}

	@Override
	public Map<TopicPartition, Long> positions() {
		return this.index.positions()
			.entrySet()
			.stream()
			.collect(Collectors.toMap((it) -> new TopicPartition(TOPIC, it.getKey()), Map.Entry::getValue));
	}

	@Override
	public void recover() {
		write(this.index::reopen);
	}

	@Override
	public void clear() {
		write(this.index::clear);
	}

	/** When the disk is full, say, nothing is wrong with the event. */
	private static void write(IndexWrite write) {
		try {
			write.run();
		}
		catch (IOException | AlreadyClosedException ex) {
			throw new ProjectionUnavailable(ex);
		}
	}

	@FunctionalInterface
	private interface IndexWrite {

		void run() throws IOException;

	}

}
