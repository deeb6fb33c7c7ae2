package vn.bantin.rating.tally;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * From {@code votes} to {@code tallies}: the votes as a table whose late records change
 * nothing, grouped by article; a changed vote is taken out and put in again at once.
 */
final class TallyTopology {

	static final String VOTES = "votes";

	static final String TALLIES = "tallies";

	/**
	 * Longer than any outage of the relay: what is later than this would be dropped
	 * silently.
	 */
	private static final Duration HISTORY = Duration.ofDays(90);

	private static final JsonMapper json = JsonMapper.builder().build();

	private TallyTopology() {
	}

	static Topology build() {
		StreamsBuilder builder = new StreamsBuilder();
		builder
			.table(VOTES, Consumed.with(Serdes.String(), votesAsSent()),
					Materialized.as(Stores.persistentVersionedKeyValueStore("votes", HISTORY)))
			.groupBy((key, vote) -> KeyValue.pair(vote.article(), vote),
					Grouped.with("by-article", Serdes.String(), stored(CountedVote.class)))
			.aggregate(() -> Tally.EMPTY, (article, vote, tally) -> tally.add(vote),
					(article, vote, tally) -> tally.subtract(vote),
					Materialized.<String, Tally>as(Stores.persistentKeyValueStore("tallies"))
						.withKeySerde(Serdes.String())
						.withValueSerde(stored(Tally.class))
						.withCachingDisabled())
			.toStream()
			.process(AsEvent::new)
			.to(TALLIES, Produced.with(Serdes.String(), Serdes.ByteArray()));
		return builder.build();
	}

	/**
	 * The event as the ledger sent it. The table's store is written with this too,
	 * whatever Materialized says, so it has to read what it writes.
	 */
	private static Serde<CountedVote> votesAsSent() {
		return Serdes.serdeFrom((topic, vote) -> (vote != null) ? json.writeValueAsBytes(Map.of("vote", vote)) : null,
				(topic, data) -> (data != null) ? vote(json.readTree(data).path("vote")) : null);
	}

	private static CountedVote vote(JsonNode vote) {
		if (!vote.isObject()) {
			throw new IllegalArgumentException("An event without a vote");
		}
		return json.treeToValue(vote, CountedVote.class);
	}

	private static <T> Serde<T> stored(Class<T> type) {
		return Serdes.serdeFrom((topic, value) -> (value != null) ? json.writeValueAsBytes(value) : null,
				(topic, data) -> (data != null) ? json.readValue(data, type) : null);
	}

	/**
	 * Puts a tally into the words of {@code contracts/}. A vote that comes again leads to
	 * the same event with the same id.
	 */
	private static final class AsEvent extends ContextualProcessor<String, Tally, String, byte[]> {

		@Override
		public void process(Record<String, Tally> changed) {
			String article = changed.key();
			Tally tally = changed.value();
			context().forward(changed.withValue(json.writeValueAsBytes(data(article, tally)))
				.withHeaders(headers(article, tally)));
		}

		private static ObjectNode data(String article, Tally tally) {
			ObjectNode data = JsonNodeFactory.instance.objectNode().put("change", "update").put("reason", "counted");
			data.putArray("changed").add("sum").add("count").add("mean").add("stars");
			ObjectNode state = data.putObject("tally")
				.put("article", article)
				.put("sum", tally.sum())
				.put("count", tally.count())
				.put("mean", tally.mean());
			ObjectNode stars = state.putObject("stars");
			for (int i = 0; i < tally.counts().size(); i++) {
				stars.put(Integer.toString(i + 1), tally.counts().get(i));
			}
			state.put("version", tally.version()).put("at", tally.at().toString());
			return data;
		}

		private static Headers headers(String article, Tally tally) {
			UUID id = UUID.nameUUIDFromBytes(bytes(article + "/" + tally.version()));
			Headers headers = new RecordHeaders();
			headers.add("ce_specversion", bytes("1.0"));
			headers.add("ce_id", bytes(id.toString()));
			headers.add("ce_source", bytes("/rating-service"));
			headers.add("ce_type", bytes("vn.bantin.tally.changed.v1"));
			headers.add("ce_subject", bytes(article));
			headers.add("ce_time", bytes(tally.at().toString()));
			headers.add("ce_dataschema", bytes("https://bantin.vn/schemas/tally.changed.v1.schema.json"));
			headers.add("ce_revision", bytes(Long.toString(tally.version())));
			headers.add("ce_partitionkey", bytes(article));
			headers.add("content-type", bytes("application/json"));
			return headers;
		}

		private static byte[] bytes(String text) {
			return text.getBytes(StandardCharsets.UTF_8);
		}

	}

}
