package vn.bantin.rating.tally;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.springframework.kafka.config.KafkaStreamsInfrastructureCustomizer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.bantin.service.cloudevent.CloudEvent;
import vn.bantin.service.cloudevent.CloudEvents;

/**
 * From {@code votes} to {@code tallies}: votes are repartitioned by article and counted
 * by {@link Counting}, idempotent by version.
 */
final class TallyTopology implements KafkaStreamsInfrastructureCustomizer {

	static final String VOTES = "votes";

	static final String TALLIES = "tallies";

	static final String DEAD = "votes.tally.dead";

	private static final CloudEvents events = new CloudEvents("rating-service");

	private static final JsonMapper json = JsonMapper.builder().build();

	@Override
	public void configureBuilder(StreamsBuilder builder) {
		builder.stream(VOTES, Consumed.with(keys(), votesAsSent()))
			.filter((key, vote) -> vote != null)
			.map((key, vote) -> KeyValue.pair(vote.article(), new KeyedVote(key, vote)))
			.repartition(Repartitioned.<String, KeyedVote>as("by-article")
				.withKeySerde(Serdes.String())
				.withValueSerde(stored(KeyedVote.class)))
			.process(new Counting.Supplier(stored(CountedVote.class), stored(Tally.class)))
			.process(AsEvent::new)
			.to(TALLIES, Produced.with(Serdes.String(), Serdes.ByteArray()));
	}

	/** Without a key it is not known whose vote it is. */
	private static Serde<String> keys() {
		return Serdes.serdeFrom(new StringSerializer(), (topic, key) -> {
			if (key == null) {
				throw new IllegalArgumentException("A vote without a key");
			}
			return new String(key, StandardCharsets.UTF_8);
		});
	}

	/** The event as the relay sent it; only read here. */
	private static Serde<CountedVote> votesAsSent() {
		return Serdes.serdeFrom((topic, vote) -> {
			throw new UnsupportedOperationException("Votes are written by the relay");
		}, (topic, data) -> (data != null) ? vote(json.readTree(data).path("vote")) : null);
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
	 * Makes the event of {@code contracts/}. The same votes, counted again, make the same
	 * event with the same id.
	 */
	private static final class AsEvent extends ContextualProcessor<String, Tally, String, byte[]> {

		@Override
		public void process(Record<String, Tally> changed) {
			CloudEvent event = event(changed.key(), changed.value());
			context().forward(changed.withValue(event.data().getBytes(StandardCharsets.UTF_8))
				.withHeaders(events.headers(event)));
		}

		private static CloudEvent event(String article, Tally tally) {
			UUID id = UUID.nameUUIDFromBytes((article + "/" + tally.version()).getBytes(StandardCharsets.UTF_8));
			return new CloudEvent(id.toString(), "vn.bantin.tally.changed.v1", article, tally.version(), tally.at(),
					json.writeValueAsString(data(article, tally)));
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

	}

}
