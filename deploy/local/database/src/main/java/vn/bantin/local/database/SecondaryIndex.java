package vn.bantin.local.database;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A non-unique index, kept in memory and rebuilt when its collection is opened. It
 * supports equality, not ranges.
 */
final class SecondaryIndex extends Index<Object> {

	private final Map<KeyValue, Set<Object>> positions = new HashMap<>();

	/** Whether a document has arrays, whose combinations this index does not have. */
	private boolean isPartial;

	SecondaryIndex(String name, List<IndexKey> keys) {
		// Sparse, so that the collection does not use it to locate a document.
		super(name, keys, true);
	}

	@Override
	public synchronized boolean canHandle(Document query) {
		return !this.isPartial && query.keySet().equals(keySet())
				&& query.values().stream().allMatch(SecondaryIndex::isValue);
	}

	/** Whether a condition is an equality, not an operator or a pattern. */
	static boolean isValue(@Nullable Object condition) {
		return condition != null && !(condition instanceof Document) && !(condition instanceof Collection<?>)
				&& !(condition instanceof BsonRegularExpression);
	}

	@Override
	public synchronized Iterable<Object> getPositions(Document query) {
		KeyValue key = new KeyValue(keys().stream().map(query::get).toList()).normalized();
		return List.copyOf(this.positions.getOrDefault(key, Set.of()));
	}

	@Override
	public @Nullable Object getPosition(Document document) {
		return null;
	}

	@Override
	public synchronized void add(Document document, Object position, MongoCollection<Object> collection) {
		Set<KeyValue> values = getKeyValues(document);
		this.isPartial |= isCompoundIndex() && values.size() > 1;
		for (KeyValue value : values) {
			this.positions.computeIfAbsent(value, (unknown) -> new LinkedHashSet<>()).add(position);
		}
	}

	@Override
	public @Nullable Object remove(Document document) {
		remove(document, Objects.requireNonNull(document.get("_id")));
		return null;
	}

	private synchronized void remove(Document document, Object position) {
		for (KeyValue value : getKeyValues(document)) {
			this.positions.computeIfPresent(value, (known, there) -> {
				there.remove(position);
				return there.isEmpty() ? null : there;
			});
		}
	}

	@Override
	public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
		if (!nullAwareEqualsKeys(before, after)) {
			remove(before, position);
			add(after, position, collection);
		}
	}

	@Override
	public void checkAdd(Document document, MongoCollection<Object> collection) {
		// Values need not be unique, but this throws for documents with parallel arrays.
		getKeyValues(document);
	}

	@Override
	public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
		getKeyValues(after);
	}

	@Override
	public synchronized long getCount() {
		return this.positions.values().stream().mapToLong(Set::size).sum();
	}

	@Override
	public long getDataSize() {
		return 0;
	}

	@Override
	public synchronized void drop() {
		this.positions.clear();
	}

}
