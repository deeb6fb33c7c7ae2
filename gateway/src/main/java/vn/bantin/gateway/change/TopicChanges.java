package vn.bantin.gateway.change;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.service.projection.Projection;

/** Folds the topics into what is known, and tells what is new. */
@Component
class TopicChanges implements Changes, Projection {

	private static final Logger logger = LoggerFactory.getLogger(TopicChanges.class);

	private static final JsonMapper json = JsonMapper.builder().build();

	private static final Map<String, Class<? extends TopicEvent>> TOPICS = Map.of("articles",
			TopicEvent.OfArticle.class, "tallies", TopicEvent.OfTally.class, "forecasts", TopicEvent.OfForecast.class,
			"exchange-rates", TopicEvent.OfBoard.class);

	private static final Set<String> KNOWN_TYPES = Set.of("vn.bantin.article.published.v1",
			"vn.bantin.article.updated.v1", "vn.bantin.article.corrected.v1", "vn.bantin.article.retracted.v1",
			"vn.bantin.article.expired.v1", "vn.bantin.tally.changed.v1", "vn.bantin.forecast.observed.v1",
			"vn.bantin.exchange-rates.observed.v1");

	private static final String EVENTS = "bantin.gateway.topics.events";

	private static final String IGNORED = "bantin.gateway.topics.ignored";

	private final KnownState known = new KnownState();

	private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();

	private final ReadingProgress progress;

	private final MeterRegistry meters;

	TopicChanges(ReadingProgress progress, MeterRegistry meters) {
		this.progress = progress;
		this.meters = meters;
		topics().forEach((topic) -> List.of(EVENTS, IGNORED).forEach((name) -> meters.counter(name, "topic", topic)));
	}

	@Override
	public Set<String> topics() {
		return TOPICS.keySet();
	}

	@Override
	public void apply(ConsumerRecord<byte[], byte[]> event) {
		this.meters.counter(EVENTS, "topic", event.topic()).increment();
		// Compaction may leave a tombstone, which tells readers nothing.
		if (event.value() != null) {
			read(event).flatMap((it) -> this.known.take(it, time(event))).ifPresent(this::announce);
		}
	}

	private Optional<TopicEvent> read(ConsumerRecord<byte[], byte[]> event) {
		TopicEvent read = json.readValue(event.value(), Objects.requireNonNull(TOPICS.get(event.topic())));
		if (read.isComplete()) {
			return Optional.of(read);
		}
		if (KNOWN_TYPES.contains(header(event, "ce_type").orElse(""))) {
			throw new IllegalArgumentException("An event without the state of its subject");
		}
		this.meters.counter(IGNORED, "topic", event.topic()).increment();
		return Optional.empty();
	}

	private static Instant time(ConsumerRecord<byte[], byte[]> event) {
		return header(event, "ce_time").map(Instant::parse).orElseGet(() -> Instant.ofEpochMilli(event.timestamp()));
	}

	private static Optional<String> header(ConsumerRecord<byte[], byte[]> event, String name) {
		return Optional.ofNullable(event.headers().lastHeader(name))
			.map(Header::value)
			.map((value) -> new String(value, StandardCharsets.UTF_8));
	}

	private void announce(Change change) {
		this.listeners.forEach((listener) -> announce(change, listener));
	}

	private static void announce(Change change, Consumer<Change> listener) {
		try {
			listener.accept(change);
		}
		catch (RuntimeException ex) {
			logger.error("A listener could not take in {}", change.tags(), ex);
		}
	}

	@Override
	public void clear() {
		this.known.clear();
		this.progress.reset();
	}

	@Override
	public void listen(Consumer<Change> listener) {
		this.listeners.add(listener);
	}

	@Override
	public boolean isCurrent() {
		return this.progress.isCurrent();
	}

	@Override
	public Optional<String> seen() {
		return this.progress.seen();
	}

	@Override
	public Optional<Change.Article> article(String id) {
		return this.known.article(id);
	}

	@Override
	public Optional<Change.Tally> tally(String article) {
		return this.known.tally(article);
	}

}
