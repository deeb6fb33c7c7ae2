package vn.bantin.rating.tally;

import java.util.Objects;
import java.util.Set;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Counts the newest version of each vote once, however often and in whatever order its
 * versions come: a changed vote is subtracted and added in one step. It does not depend
 * on committed offsets, so votes that are read again change nothing.
 */
final class Counting extends ContextualProcessor<String, KeyedVote, String, Tally> {

	static final String VOTES = "votes";

	static final String TALLIES = "tallies";

	private KeyValueStore<String, CountedVote> votes;

	private KeyValueStore<String, Tally> tallies;

	@SuppressWarnings("NullAway.Init") // the stores come with the context
	private Counting() {
	}

	@Override
	public void init(ProcessorContext<String, Tally> context) {
		super.init(context);
		this.votes = context.getStateStore(VOTES);
		this.tallies = context.getStateStore(TALLIES);
	}

	@Override
	public void process(Record<String, KeyedVote> event) {
		String key = event.value().key();
		CountedVote vote = event.value().vote();
		CountedVote counted = this.votes.get(key);
		if (counted != null && counted.version() >= vote.version()) {
			return;
		}
		Tally tally = Objects.requireNonNullElse(this.tallies.get(event.key()), Tally.EMPTY);
		Tally changed = ((counted != null) ? tally.subtract(counted) : tally).add(vote);
		this.votes.put(key, vote);
		this.tallies.put(event.key(), changed);
		context().forward(event.withValue(changed));
	}

	/**
	 * Creates the processor and its stores.
	 *
	 * @param votes serde of the votes counted
	 * @param tallies serde of the tallies
	 */
	record Supplier(Serde<CountedVote> votes,
			Serde<Tally> tallies) implements ProcessorSupplier<String, KeyedVote, String, Tally> {

		@Override
		public Processor<String, KeyedVote, String, Tally> get() {
			return new Counting();
		}

		@Override
		public Set<StoreBuilder<?>> stores() {
			return Set.of(store(VOTES, this.votes), store(TALLIES, this.tallies));
		}

		private static <T> StoreBuilder<KeyValueStore<String, T>> store(String name, Serde<T> values) {
			return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values);
		}

	}

}
