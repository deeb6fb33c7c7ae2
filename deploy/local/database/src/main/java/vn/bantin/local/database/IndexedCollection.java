package vn.bantin.local.database;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection that uses an index when a query has equality conditions for all its keys,
 * whatever other conditions it has.
 */
final class IndexedCollection extends H2Collection {

	IndexedCollection(MongoDatabase database, String name, CollectionOptions options, MVMap<Object, Document> data,
			MVMap<String, Object> meta, CursorRegistry cursors) {
		super(database, name, options, data, meta, cursors);
	}

	/** Locked, so that documents inserted meanwhile are indexed too. */
	@Override
	public synchronized void addIndex(Index<Object> index) {
		super.addIndex(index);
	}

	@Override
	public synchronized void dropIndex(String name) {
		super.dropIndex(name);
	}

	@Override
	public synchronized int count(Document query, int skip, int limit) {
		return super.count(query, skip, limit);
	}

	@Override
	protected QueryResult queryDocuments(Document query, @Nullable Document orderBy, int skip, int limit, int batch,
			@Nullable Document fields) {
		return candidates(query)
			.map((positions) -> matchDocuments(query, positions, orderBy, skip, limit, batch, fields))
			.orElseGet(() -> super.queryDocuments(query, orderBy, skip, limit, batch, fields));
	}

	/** Positions of all matches and maybe others; empty if no index applies. */
	Optional<Iterable<Object>> candidates(Document query) {
		Document equalities = new Document();
		collect(query, equalities);
		for (Index<Object> index : getIndexes()) {
			List<String> keys = index.getKeys().stream().map(IndexKey::getKey).toList();
			if (equalities.keySet().containsAll(keys)) {
				Document own = new Document();
				keys.forEach((key) -> own.put(key, equalities.get(key)));
				if (index.canHandle(own)) {
					return Optional.of(index.getPositions(own));
				}
			}
		}
		return Optional.empty();
	}

	/** Collects equality conditions, those inside {@code $and} too. */
	private static void collect(Document query, Document equalities) {
		query.forEach((key, value) -> {
			if (key.equals("$and") && value instanceof Collection<?> parts) {
				parts.forEach((part) -> collect((Document) part, equalities));
			}
			else if (!key.startsWith("$") && SecondaryIndex.isValue(value)) {
				equalities.put(key, value);
			}
		});
	}

}
